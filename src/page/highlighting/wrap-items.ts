import Mark from 'mark.js';
import type { TextBlock } from '../reading/text-block.ts';
import { extentOf, type HighlightedItem } from './highlighted-item.ts';
import type { SplitText } from './split-text.ts';

/** A stretch of a block's text that is wrapped as one. */
interface WrappedSpan {
  /** Its offsets in the text of the block's nodes, joined. */
  readonly start: number;
  readonly length: number;
  readonly covering: readonly HighlightedItem[];
}

/**
 * Wraps the items' text in elements of ours, called `elementName`.
 * @param note hears of each element, with the items that cover its text.
 * @returns the page's text nodes that were split by it.
 */
export function wrapItems(
  block: TextBlock,
  items: readonly HighlightedItem[],
  elementName: string,
  note: (element: HTMLElement, covering: readonly HighlightedItem[]) => void,
): SplitText[] {
  const before = block.nodes.map((node) => ({ node, full: node.data, next: node.nextSibling }));
  const spans = cutAtEdges(block, items);
  // mark.js reads the text of its contexts one after the other: given the block's own text nodes, its offsets are ours,
  // but for the characters that stand in a block's text for objects between nodes.
  new Mark(block.nodes as unknown as HTMLElement[]).markRanges(spans, {
    element: elementName,
    each: (element, range) => {
      // By which it would find its elements again, and every page could.
      element.removeAttribute('data-markjs');
      const span = spans.find(({ start }) => start === range.start);
      if (span) note(element as HTMLElement, span.covering);
    },
  });
  return before.flatMap(({ node, full, next }) => findPieces(node, full, next));
}

/** mark.js refuses overlapping ranges, and a name may lie in a quotation: the text is cut where an item begins or ends. */
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

/** An offset in the block's text as one in its nodes' own text, joined. */
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

/** What now stands between a text node and what followed it: the pieces that mark.js has split off. */
function findPieces(node: Text, full: string, next: ChildNode | null): SplitText[] {
  const pieces: ChildNode[] = [];
  for (let piece = node.nextSibling; piece && piece !== next; piece = piece.nextSibling) pieces.push(piece);
  return pieces.length > 0 ? [{ node, full, head: node.data, pieces }] : [];
}
