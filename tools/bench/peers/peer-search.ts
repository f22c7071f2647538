/**
 * How a peer is asked for all names at once: it reads the text nodes under `root`, may change them, and returns each
 * occurrence as it stands there. Bench and tests run the very same functions.
 */
export type PeerSearch = (root: Element, names: readonly string[]) => string[];
