/**
 * The text of one paragraph-like piece of a page, with the way back from each character to its DOM node.
 * White space is kept as it stands in the nodes (folding is the matcher's business), so that an offset needs no table
 * of its own. Where a picture, a control or code stands in the line, `text` has one U+FFFC that belongs to no node.
 */
export interface TextBlock {
  readonly text: string;
  /** The block's text nodes in reading order; never empty. */
  readonly nodes: readonly Text[];
  /** `starts[i]` is the offset in `text` at which `nodes[i]` begins. */
  readonly starts: readonly number[];
}
