/** Notes, for `npm run bench:surfaces`, that from here on everything in this surface can be used. */
export function markInteractive(): void {
  performance.mark('sidelight-interactive');
}
