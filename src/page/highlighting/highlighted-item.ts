import type { Mention } from '../../matching/names/mention.ts';
import { isOfStory, type QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { type TextBlock, toShownText } from '../reading/text-block.ts';
import type { HighlightedMention, HighlightedQuoteMatch } from './highlighted-mention.ts';
import { styleNameOf } from './palette.ts';

/** A drawn mark that can be opened. */
export type HighlightedItem =
  | {
      readonly kind: 'entity';
      readonly block: TextBlock;
      readonly mention: HighlightedMention;
    }
  | {
      readonly kind: 'statement';
      readonly block: TextBlock;
      readonly quoteMatch: HighlightedQuoteMatch;
      /** The pieces of its quotation, if the page interrupts it (“…,” she said, “…”). */
      readonly pieces: readonly HighlightedQuoteMatch[];
    };

/** A mention that need not be drawn, as a list or a selection asks for it: a card needs neither style nor colour scheme. */
export function toUndrawnItem(
  block: TextBlock,
  mention: Mention,
): Extract<HighlightedItem, { kind: 'entity' }> {
  return { kind: 'entity', block, mention: { ...mention, style: 0, colorScheme: 'light' } };
}

/** An item's offsets in its block's text, half-open. */
export function extentOf(item: HighlightedItem): { start: number; end: number } {
  return item.kind === 'entity' ? item.mention : item.quoteMatch;
}

/** The item's text as it was on the page when drawn. */
export function textOf(item: HighlightedItem): string {
  const { start, end } = extentOf(item);
  return toShownText(item.block.text.slice(start, end));
}

/** The text of an item with the other pieces of its quotation, ` … ` between. */
export function passageOf(item: HighlightedItem): string {
  if (item.kind === 'entity') return textOf(item);
  const { block } = item;
  return item.pieces.map(({ start, end }) => toShownText(block.text.slice(start, end))).join(' … ');
}

/** The name of the palette's style for an item, on its background. */
export function itemStyleNameOf(item: HighlightedItem): string {
  if (item.kind === 'entity') return styleNameOf(item.mention.style, item.mention.colorScheme);
  const { kind, colorScheme } = item.quoteMatch;
  const style = kind === 'altered' ? 'altered' : isOfStory(item.quoteMatch) ? 'kept' : 'trace';
  return styleNameOf(style, colorScheme);
}

/**
 * Mentions and quote matches as items, in reading order; of two with the same start the longer comes first.
 */
export function toHighlightedItems(
  block: TextBlock,
  mentions: readonly HighlightedMention[],
  traces: readonly HighlightedQuoteMatch[],
): HighlightedItem[] {
  const items: HighlightedItem[] = [
    ...mentions.map((mention) => ({ kind: 'entity', block, mention }) as const),
    ...traces.map((quoteMatch) => ({
      ...({ kind: 'statement', block, quoteMatch } as const),
      // Each is compared with each: only a card needs them.
      get pieces() {
        return traces.filter((other) => isSamePassage(block, quoteMatch, other));
      },
    })),
  ];
  return items.sort((a, b) => {
    const one = extentOf(a);
    const other = extentOf(b);
    return one.start - other.start || other.end - one.end;
  });
}

/** Pieces of one passage have their differences in common; a passage that is printed twice has the same words, too. */
function isSamePassage({ text }: TextBlock, one: QuoteMatch, other: QuoteMatch): boolean {
  if (one === other) return true;
  const wordsOf = ({ start, end }: QuoteMatch) => text.slice(start, end).toLowerCase();
  const describe = ({ statement, kind, similarity, differences }: QuoteMatch) =>
    JSON.stringify([statement, kind, similarity, differences]);
  return describe(one) === describe(other) && wordsOf(one) !== wordsOf(other);
}

/** Of several items under one point, the shortest: a name inside a quotation rather than the quotation. */
export function innermost(items: readonly HighlightedItem[]): HighlightedItem | undefined {
  let best: HighlightedItem | undefined;
  for (const item of items) {
    if (!best || lengthOf(item) < lengthOf(best)) best = item;
  }
  return best;
}

function lengthOf(item: HighlightedItem): number {
  const { start, end } = extentOf(item);
  return end - start;
}
