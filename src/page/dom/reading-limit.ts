/**
 * Number of nodes read per tree, from its start. The largest real page that Sidelight was measured on has
 * 13,000 elements; ten million characters of generated prose have 153,000 nodes. A page with a million nodes
 * would keep its tab busy for many seconds (docs/decisions/024-very-large-pages.md).
 */
export const maxNodes = 200_000;

/** Maximum number of blocks stored per page: each pass goes through all of them. */
export const maxBlocks = 50_000;

/**
 * A longer block is left unread, because a block is read in one piece: a paragraph of 22 million characters
 * took 1.5 s. No real paragraph is as long; half a novel is.
 */
export const maxBlockLength = 1_000_000;

/** Whether a tree is read only from its start, and searching all of it would take long. */
export function isHuge(root: Node): boolean {
  return 'getElementsByTagName' in root && (root as Element).getElementsByTagName('*').length > maxNodes;
}
