/** Saves a file by clicking a link. The downloads API would need one more permission. */
export function downloadFile(fileName: string, contents: Blob): void {
  const address = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Revoked at once, the address would be gone before Firefox begins to save. A minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
