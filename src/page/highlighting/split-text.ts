/** A text node of the page that was split for marks. */
export interface SplitText {
  /** The page's own node, which now holds only the text before the first mark. */
  readonly node: Text;
  /** Its whole text before it was split. */
  readonly full: string;
  /** What it held just after the split. */
  readonly head: string;
  /** What was split off, in order: marks, and the text between and after them. */
  readonly pieces: readonly ChildNode[];
}

/** Puts an untouched text back together, in the node that the page knows. */
export function restoreText(split: SplitText): void {
  for (const piece of split.pieces) piece.remove();
  // appendData and not data = …: the reader's selection and the page's own ranges in the head survive.
  split.node.appendData(split.full.slice(split.head.length));
}

/**
 * Puts a text back together after the page has changed something about it. What the page wrote into its node is the
 * whole text from then on, because that is what it believes the node to hold; where the page only took a piece
 * away, the rest is kept.
 */
export function rejoinText(split: SplitText): void {
  const { node, full, head, pieces } = split;
  if (node.data !== head) {
    for (const piece of pieces) piece.remove();
    return;
  }
  const stillBehind = pieces.filter(
    (piece) => piece.parentNode !== null && piece.parentNode === node.parentNode,
  );
  const wasMoved = stillBehind.length === 0;
  const rest = wasMoved
    ? full.slice(head.length)
    : stillBehind.map((piece) => piece.textContent ?? '').join('');
  for (const piece of pieces) piece.remove();
  node.appendData(rest);
}
