import type { HighlightedItem } from '../highlighting/highlighted-item.ts';

/** The card as the page's code sees it: it opens at a place, and knows whether an event happened in it. */
export interface CardControl {
  /** The reader is about to open the card: load its code and content now. */
  prepare(item: HighlightedItem): void;
  /** Opens at the item's mark, or at `place` if the item need not be drawn. */
  open(item: HighlightedItem, openedBy: 'click' | 'hover' | 'keyboard' | 'list', place?: Range): void;
  close(): void;
  /** False while it is still loading. */
  isOpen(): boolean;
  /** Whether the pointer is in the open card, where the page gets no pointer events. */
  hasPointer(): boolean;
  contains(event: Event): boolean;
}
