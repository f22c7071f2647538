import { extentOf, type HighlightedItem, textOf } from '../highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import { tryRange } from '../reading/block-range.ts';
import { createFocusRing } from './focus-ring.ts';
import type { LazyCard } from './lazy-card.ts';
import { revealItem } from './reveal-item.ts';

export interface MentionNavigatorOptions {
  readonly win: Window & typeof globalThis;
  /** The drawn marks, in reading order. */
  readonly items: () => readonly HighlightedItem[];
  readonly highlighter: () => PageHighlighter | undefined;
  readonly card: LazyCard;
  /** The name of something of ours in this document. */
  readonly nameOf: (word: string) => string;
  readonly describePosition: (text: string, number: number, count: number) => string;
  readonly signal: AbortSignal;
}

/** Keyboard navigation between a page's mentions. Makes nothing of the page focusable. */
export interface MentionNavigator {
  /** Moves to the next (1) or previous (-1) mention, or stays (0); `open` opens it. */
  move(step: 1 | -1 | 0, open: boolean): void;
  /** Moves to one mention, drawn or not, and opens its card. */
  reveal(item: HighlightedItem): void;
  /** The marks have changed: the ring stays with its mention, or is removed with it. */
  refresh(): void;
  leave(): void;
}

export function createMentionNavigator(options: MentionNavigatorOptions): MentionNavigator {
  const { win, highlighter, card, describePosition, signal } = options;
  let current: HighlightedItem | undefined;
  /** Where the current mention is, if it is not drawn: it was chosen from a list. */
  let undrawn: Range | undefined;
  const focusRing = createFocusRing({
    win,
    nameOf: options.nameOf,
    rects: rectsOfCurrent,
    onLeave: leave,
    signal,
  });

  /** Items that are visible now: the page may have hidden or removed one since it was drawn. */
  function visibleItems(): HighlightedItem[] {
    return options.items().filter((item) => (highlighter()?.rectsOf(item).length ?? 0) > 0);
  }

  function move(step: 1 | -1 | 0, open: boolean): void {
    const items = visibleItems();
    const from = current ? items.findIndex((item) => isSame(item, current)) : -1;
    const index =
      from >= 0 ? (from + step + items.length) % items.length : firstFrom(items, step, highlighter());
    const item = items[index];
    if (!item) return;
    show(item, describePosition(textOf(item), index + 1, items.length));
    if (open) card.open(item, 'keyboard');
    else if (card.isOpen) card.close();
  }

  function rectsOfCurrent(): readonly DOMRect[] {
    if (undrawn) return [...undrawn.getClientRects()];
    return current ? (highlighter()?.rectsOf(current) ?? []) : [];
  }

  /** @param place where the item is, if it is not drawn */
  function show(item: HighlightedItem, announcement: string, place?: Range): void {
    const element = place ? place.startContainer.parentElement : highlighter()?.elementOf(item);
    if (!element) return;
    current = item;
    undrawn = place;
    revealItem(win, element, rectsOfCurrent);
    focusRing.show(announcement);
  }

  function reveal(item: HighlightedItem): void {
    const items = options.items();
    const index = items.findIndex((other) => isSame(other, item));
    const place = index < 0 ? rangeOfItem(item) : undefined;
    if (index < 0 && !place) return;
    show(item, place ? textOf(item) : describePosition(textOf(item), index + 1, items.length), place);
    card.open(item, 'list', place);
  }

  function refresh(): void {
    if (!current || undrawn) return;
    const still = options.items().find((item) => isSame(item, current));
    if (!still) leave();
    else current = still;
  }

  function leave(): void {
    current = undefined;
    undrawn = undefined;
    focusRing.hide();
  }

  return { move, reveal, refresh, leave };
}

function rangeOfItem(item: HighlightedItem): Range | undefined {
  const { start, end } = extentOf(item);
  return tryRange(item.block, start, end);
}

/** Where navigation starts: forwards with the first mention on screen, backwards with the last one above it. */
function firstFrom(
  items: readonly HighlightedItem[],
  step: 1 | -1 | 0,
  highlighter: PageHighlighter | undefined,
): number {
  const index = items.findIndex((item) => (highlighter?.rectsOf(item)[0]?.bottom ?? 0) > 0);
  if (index < 0) return step === -1 ? items.length - 1 : 0;
  return step === -1 ? (index - 1 + items.length) % items.length : index;
}

/** Items are created again in each pass; the same place in the same block is the same item. */
function isSame(one: HighlightedItem, other: HighlightedItem | undefined): boolean {
  return (
    other !== undefined &&
    one.block === other.block &&
    one.kind === other.kind &&
    extentOf(one).start === extentOf(other).start &&
    extentOf(one).end === extentOf(other).end
  );
}
