/**
 * So many nodes of one tree are read, from its beginning. The largest of the real pages that Sidelight was measured on has
 * 13,000 elements, and ten million characters of generated prose have 153,000 nodes; a page with a million would keep its tab busy
 * for many seconds (docs/decisions/024-very-large-pages.md).
 */
export const maxNodes = 200_000;

/** So many blocks of a page are kept, however it came to them: each pass over a page looks at all of them. */
export const maxBlocks = 50_000;

/**
 * A block of more characters is left unread, because a block is read in one piece: of 22 million characters in one paragraph that
 * took 1.5 s. No paragraph is as long; half a novel is.
 */
export const maxBlockLength = 1_000_000;

/** A tree that is read from its beginning only, and where to look for something in all of it would take long. */
export function isHuge(root: Node): boolean {
  return 'getElementsByTagName' in root && (root as Element).getElementsByTagName('*').length > maxNodes;
}
