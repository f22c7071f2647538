/**
 * The text of one paragraph-like piece of a page, with the way back from each character to its DOM node.
 * White space is kept as it stands in the nodes (folding is the matcher's business), so that
 * `text.length` is the sum of the nodes' lengths and an offset needs no table of its own.
 */
export interface TextBlock {
  readonly text: string;
  /** The block's text nodes in reading order; never empty. */
  readonly nodes: readonly Text[];
  /** `starts[i]` is the offset in `text` at which `nodes[i]` begins. */
  readonly starts: readonly number[];
}
