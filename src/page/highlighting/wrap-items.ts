import Mark from 'mark.js';
import type { TextBlock } from '../reading/text-block.ts';
import { extentOf, type HighlightedItem } from './highlighted-item.ts';
import type { SplitText } from './split-text.ts';

/** A stretch of a block's text that is wrapped in one piece. */
interface WrappedSpan {
  /** Its offsets in the joined text of the block's nodes. */
  readonly start: number;
  readonly length: number;
  readonly covering: readonly HighlightedItem[];
}

/**
 * Wraps the items' text in elements of ours, called `elementName`.
 * @param note called with each element and the items that cover its text
 * @returns the page's text nodes that were split
 */
export function wrapItems(
  block: TextBlock,
  items: readonly HighlightedItem[],
  elementName: string,
  note: (element: HTMLElement, covering: readonly HighlightedItem[]) => void,
): SplitText[] {
  const before = block.nodes.map((node) => ({ node, full: node.data, next: node.nextSibling }));
  const spans = cutAtEdges(block, items);
  // mark.js reads the text of its contexts one after the other: given the block's own text nodes, its offsets
  // equal ours, except for the characters that represent objects between nodes.
  new Mark(block.nodes as unknown as HTMLElement[]).markRanges(spans, {
    element: elementName,
    each: (element, range) => {
      // The attribute by which mark.js finds its elements again, as any page could.
      element.removeAttribute('data-markjs');
      const span = spans.find(({ start }) => start === range.start);
      if (span) note(element as HTMLElement, span.covering);
    },
  });
  return before.flatMap(({ node, full, next }) => findPieces(node, full, next));
}

/**
 * mark.js refuses overlapping ranges, and a name may be inside a quotation: split the text at each item's
 * edges.
 */
function cutAtEdges(block: TextBlock, items: readonly HighlightedItem[]): WrappedSpan[] {
  const edges = [...new Set(items.flatMap((item) => [extentOf(item).start, extentOf(item).end]))];
  edges.sort((a, b) => a - b);
  const spans: WrappedSpan[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const covering = items.filter((item) => extentOf(item).start <= start && extentOf(item).end >= end);
    if (covering.length > 0) {
      const from = toNodeOffset(block, start);
      spans.push({ start: from, length: toNodeOffset(block, end) - from, covering });
    }
  }
  return spans;
}

/** Converts an offset in the block's text to one in the joined text of its nodes. */
function toNodeOffset(block: TextBlock, offset: number): number {
  let length = 0;
  for (const [index, node] of block.nodes.entries()) {
    const next = block.starts[index + 1];
    if (next === undefined || offset < next) {
      return length + Math.min(offset - (block.starts[index] ?? 0), node.length);
    }
    length += node.length;
  }
  return length;
}

/** The nodes between a text node and its former next sibling: the pieces that mark.js has split off. */
function findPieces(node: Text, full: string, next: ChildNode | null): SplitText[] {
  const pieces: ChildNode[] = [];
  for (let piece = node.nextSibling; piece && piece !== next; piece = piece.nextSibling) pieces.push(piece);
  return pieces.length > 0 ? [{ node, full, head: node.data, pieces }] : [];
}
