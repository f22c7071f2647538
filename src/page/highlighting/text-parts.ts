import type { TextPart } from '../dom/text-at-point.ts';
import type { TextBlock } from '../reading/text-block.ts';

/**
 * The text nodes that now contain `block.text.slice(start, end)`. A node that was split for marks contains
 * only its start; the rest is in the nodes after it.
 */
export function* textPartsOf(block: TextBlock, start: number, end: number): Generator<TextPart, void> {
  for (const [index, first] of block.nodes.entries()) {
    const nodeStart = block.starts[index] as number;
    const nodeEnd = block.starts[index + 1] ?? block.text.length;
    if (nodeEnd <= start) continue;
    if (nodeStart >= end) return;
    let from = Math.max(0, start - nodeStart);
    let left = Math.min(end, nodeEnd) - Math.max(start, nodeStart);
    let node: Text | null = first;
    while (node && from >= node.length && from > 0) {
      from -= node.length;
      node = nextText(node);
    }
    while (node && left > 0) {
      const to = Math.min(node.length, from + left);
      if (to > from) yield { node, start: from, end: to };
      left -= to - from;
      from = 0;
      if (left > 0) node = nextText(node);
    }
  }
}

function nextText(node: Text): Text | null {
  const walker = node.ownerDocument.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  return walker.nextNode() as Text | null;
}
