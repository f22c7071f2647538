import { type TextBlock, toShownText } from '../reading/text-block.ts';
import type { PaintedMention, PaintedTrace } from './painted-mention.ts';
import { lookOf } from './palette.ts';

/** One thing that is visible on the page and can be opened. */
export type PaintedItem =
  | {
      readonly kind: 'entity';
      readonly block: TextBlock;
      readonly mention: PaintedMention;
    }
  | {
      readonly kind: 'statement';
      readonly block: TextBlock;
      readonly trace: PaintedTrace;
    };

/** Offsets of an item in its block's text, half-open. */
export function extentOf(item: PaintedItem): { start: number; end: number } {
  return item.kind === 'entity' ? item.mention : item.trace;
}

/** The item's text as it stood on the page when it was painted. */
export function textOf(item: PaintedItem): string {
  const { start, end } = extentOf(item);
  return toShownText(item.block.text.slice(start, end));
}

/** The word for the palette's style in which an item is painted, on what it sits on. */
export function itemLookOf(item: PaintedItem): string {
  if (item.kind === 'entity') return lookOf(item.mention.style, item.mention.tone);
  return lookOf(item.trace.kind === 'altered' ? 'altered' : 'trace', item.trace.tone);
}

/** Mentions and traces as items, in reading order; of two that begin together the longer comes first. */
export function toItems(
  block: TextBlock,
  mentions: readonly PaintedMention[],
  traces: readonly PaintedTrace[],
): PaintedItem[] {
  const items: PaintedItem[] = [
    ...mentions.map((mention) => ({ kind: 'entity', block, mention }) as const),
    ...traces.map((trace) => ({ kind: 'statement', block, trace }) as const),
  ];
  return items.sort((a, b) => {
    const one = extentOf(a);
    const other = extentOf(b);
    return one.start - other.start || other.end - one.end;
  });
}

/** Of several items under one point the shortest is meant: a name inside a quotation, not the quotation. */
export function innermost(items: readonly PaintedItem[]): PaintedItem | undefined {
  let best: PaintedItem | undefined;
  for (const item of items) {
    if (!best || lengthOf(item) < lengthOf(best)) best = item;
  }
  return best;
}

function lengthOf(item: PaintedItem): number {
  const { start, end } = extentOf(item);
  return end - start;
}
