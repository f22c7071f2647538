import { offerStage } from './stage.ts';

/** A peer gets the names as plain text and everything it builds from them is on its clock, as it is in its users' pages. */
export function offerPeer(search: (names: readonly string[], found: string[]) => void): void {
  offerStage(({ names }) => {
    const found: string[] = [];
    const begun = performance.now();
    search(names, found);
    return { ms: performance.now() - begun, found };
  });
}
