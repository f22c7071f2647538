import { type HighlightedItem, toUndrawnItem } from '../highlighting/highlighted-item.ts';
import { tryRange } from '../reading/block-range.ts';
import type { PageBlock } from '../reading/page-text.ts';
import type { TextBlock } from '../reading/text-block.ts';

/** A selection that matches a name, and the mention it covers. */
export interface SelectedMention {
  readonly item: Extract<HighlightedItem, { kind: 'entity' }>;
  /** The selected words, to place the card: the mention itself may not be drawn. */
  readonly range: Range;
}

/**
 * The selected mention, drawn or not: the selection is all of it, apart from signs and spaces at its ends, or
 * some of its words. A selection of more than a name asks about more than the name.
 */
export function findSelected(
  found: readonly PageBlock[],
  selection: Selection | null,
): SelectedMention | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const words = trimWords(range.toString());
  if (words === '') return undefined;
  for (const { block, mentions } of found) {
    if (!block.nodes.some((node) => node.isConnected && range.intersectsNode(node))) continue;
    for (const mention of mentions) {
      if (!isMeant(block, mention, range, words)) continue;
      return { item: toUndrawnItem(block, mention), range };
    }
  }
  return undefined;
}

function isMeant(
  block: TextBlock,
  { start, end }: { readonly start: number; readonly end: number },
  selected: Range,
  words: string,
): boolean {
  const own = tryRange(block, start, end);
  if (!own || !overlaps(own, selected)) return false;
  return trimWords(own.toString()) === words || contains(own, selected);
}

function overlaps(one: Range, other: Range): boolean {
  return (
    one.compareBoundaryPoints(Range.END_TO_START, other) < 0 &&
    one.compareBoundaryPoints(Range.START_TO_END, other) > 0
  );
}

function contains(outer: Range, inner: Range): boolean {
  return (
    outer.compareBoundaryPoints(Range.START_TO_START, inner) <= 0 &&
    outer.compareBoundaryPoints(Range.END_TO_END, inner) >= 0
  );
}

/** Strips what a selection picks up: spaces, signs, and the possessive ending that a double click selects. */
function trimWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/['’]s$/, '');
}
