import type { PagePainter } from '../highlighting/page-painter.ts';
import { extentOf, type PaintedItem, textOf } from '../highlighting/painted-item.ts';
import type { CardControl } from './card-control.ts';
import { createMentionRing } from './mention-ring.ts';
import { revealItem } from './reveal-item.ts';

export interface MentionTourOptions {
  readonly view: Window & typeof globalThis;
  /** What is painted, in reading order. */
  readonly items: () => readonly PaintedItem[];
  readonly painter: () => PagePainter | undefined;
  readonly card: CardControl;
  /** What something of ours is called in this document. */
  readonly nameOf: (word: string) => string;
  readonly describePosition: (text: string, number: number, count: number) => string;
  readonly signal: AbortSignal;
}

/** The way through a page's mentions without a pointer. Nothing of the page becomes focusable for it. */
export interface MentionTour {
  /** Goes to the next (1) or previous (-1) mention, or stays (0); `open` opens the one arrived at. */
  move(step: 1 | -1 | 0, open: boolean): void;
  /** Goes to one mention and opens its card. */
  reveal(item: PaintedItem): void;
  /** The paint has changed: the ring stays with its mention, or goes with it. */
  refresh(): void;
  leave(): void;
}

export function createMentionTour(options: MentionTourOptions): MentionTour {
  const { view, painter, card, describePosition, signal } = options;
  let current: PaintedItem | undefined;
  const ring = createMentionRing({
    view,
    nameOf: options.nameOf,
    rects: () => (current ? (painter()?.rectsOf(current) ?? []) : []),
    onLeave: leave,
    signal,
  });

  /** Items that can be seen now: the page may have hidden or removed one since it was painted. */
  function visibleItems(): PaintedItem[] {
    return options.items().filter((item) => (painter()?.rectsOf(item).length ?? 0) > 0);
  }

  function move(step: 1 | -1 | 0, open: boolean): void {
    const items = visibleItems();
    const from = current ? items.findIndex((item) => isSame(item, current)) : -1;
    const index = from >= 0 ? (from + step + items.length) % items.length : firstFrom(items, step, painter());
    const item = items[index];
    if (!item) return;
    show(item, index, items.length);
    if (open) card.open(item, 'keyboard');
    else if (card.isOpen()) card.close();
  }

  function show(item: PaintedItem, index: number, count: number): void {
    const element = painter()?.elementOf(item);
    if (!element) return;
    current = item;
    revealItem(view, element, () => painter()?.rectsOf(item) ?? []);
    ring.show(describePosition(textOf(item), index + 1, count));
  }

  function reveal(item: PaintedItem): void {
    const items = options.items();
    const index = items.findIndex((other) => isSame(other, item));
    if (index < 0) return;
    show(item, index, items.length);
    card.open(item, 'list');
  }

  function refresh(): void {
    if (!current) return;
    const still = options.items().find((item) => isSame(item, current));
    if (!still) leave();
    else current = still;
  }

  function leave(): void {
    current = undefined;
    ring.hide();
  }

  return { move, reveal, refresh, leave };
}

/** Where a tour begins: with the first mention on screen, going backwards with the last one above it. */
function firstFrom(
  items: readonly PaintedItem[],
  step: 1 | -1 | 0,
  painter: PagePainter | undefined,
): number {
  const index = items.findIndex((item) => (painter?.rectsOf(item)[0]?.bottom ?? 0) > 0);
  if (index < 0) return step === -1 ? items.length - 1 : 0;
  return step === -1 ? (index - 1 + items.length) % items.length : index;
}

/** Items are made anew with each pass; the same place in the same block is the same item. */
function isSame(one: PaintedItem, other: PaintedItem | undefined): boolean {
  return (
    other !== undefined &&
    one.block === other.block &&
    one.kind === other.kind &&
    extentOf(one).start === extentOf(other).start &&
    extentOf(one).end === extentOf(other).end
  );
}
