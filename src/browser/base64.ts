/** Bytes as text, for messages, which are JSON. (`Uint8Array.prototype.toBase64` is younger than Chromium 128.) */
export function toBase64(bytes: Uint8Array): string {
  // As arguments of one call, more than about 65,000 overflow the stack.
  const pieceLength = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += pieceLength) {
    binary += String.fromCharCode(...bytes.subarray(start, start + pieceLength));
  }
  return btoa(binary);
}

/** @throws DOMException where the text is not Base64. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
