/** Hands the reader a text as a file. A link's click, because the downloads API would be one more permission. */
export function downloadText(fileName: string, mediaType: string, contents: string): void {
  const address = URL.createObjectURL(new Blob([contents], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Revoked at once, Firefox would find nothing left to save; a minute is plenty for a text.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
