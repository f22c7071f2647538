/** A text node of the page that was split for marks. */
export interface SplitText {
  /** The page's own node, which now contains only the text before the first mark. */
  readonly node: Text;
  /** Its whole text before the split. */
  readonly full: string;
  /** Its text just after the split. */
  readonly head: string;
  /** The pieces that were split off, in order: marks, and the text between and after them. */
  readonly pieces: readonly ChildNode[];
}

/** Rejoins an untouched text in the page's own node. */
export function restoreText(split: SplitText): void {
  for (const piece of split.pieces) piece.remove();
  // appendData instead of data = …, to preserve the reader's selection and the page's ranges in the head.
  split.node.appendData(split.full.slice(split.head.length));
}

/**
 * Rejoins a text after the page has changed it. What the page wrote into its node becomes the whole text,
 * because the page believes that the node contains it all. If the page only removed a piece, the rest stays.
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
