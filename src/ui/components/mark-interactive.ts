/** Marks, for `npm run bench:surfaces`, the time from which the surface can be used. */
export function markInteractive(): void {
  performance.mark('sidelight-interactive');
}
