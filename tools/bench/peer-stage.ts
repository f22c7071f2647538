import type { PeerSearch } from './peers/peer-search.ts';
import { offerStage } from './stage.ts';

/** A library gets the names as plain text, and everything it builds from them is timed, as in its users' pages. */
export function offerPeer(search: PeerSearch): void {
  offerStage(({ names }) => {
    const begun = performance.now();
    const found = search(document.body, names);
    return { ms: performance.now() - begun, found };
  });
}
