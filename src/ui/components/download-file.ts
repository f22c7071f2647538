/** Hands the reader a file. A link's click, because the downloads API would be one more permission. */
export function downloadFile(fileName: string, contents: Blob): void {
  const address = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Revoked at once, Firefox would find nothing left to save; a minute is plenty to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
