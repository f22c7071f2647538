import type { TextBlock } from './text-block.ts';

/** Index of the node that contains `offset`. At a seam: the earlier node if `isEnd`, else the later one. */
function findNode(starts: readonly number[], offset: number, isEnd: boolean): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle] as number;
    if (isEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The DOM range of `block.text.slice(start, end)`. It starts and ends inside text nodes, never in a seam.
 * @throws RangeError if the offsets are outside the block, or the page has changed its nodes since
 */
export function rangeOf(block: TextBlock, start: number, end: number): Range {
  if (!(start >= 0 && start <= end && end <= block.text.length)) {
    throw new RangeError(
      `The offsets ${start} to ${end} are not in a block of ${block.text.length} characters.`,
    );
  }
  const first = findNode(block.starts, start, false);
  const last = Math.max(first, findNode(block.starts, end, true));
  const startNode = block.nodes[first] as Text;
  const endNode = block.nodes[last] as Text;
  const startOffset = start - (block.starts[first] as number);
  const endOffset = end - (block.starts[last] as number);
  if (startOffset > startNode.length || endOffset > endNode.length) {
    throw new RangeError('The page has changed this text since it was read: read the block again.');
  }
  const range = startNode.ownerDocument.createRange();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return range;
}

/** The same; undefined if it is empty, or the page has changed the block's nodes since it was read. */
export function tryRange(block: TextBlock, start: number, end: number): Range | undefined {
  try {
    const range = rangeOf(block, start, end);
    return range.collapsed ? undefined : range;
  } catch {
    return undefined;
  }
}
