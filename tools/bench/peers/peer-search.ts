/**
 * How a library searches for all names at once: it reads the text nodes under `root`, may change them, and returns each
 * occurrence as printed. The bench and the tests run the same functions.
 */
export type PeerSearch = (root: Element, names: readonly string[]) => string[];
