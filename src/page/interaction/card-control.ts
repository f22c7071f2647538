import type { HighlightedItem } from '../highlighting/highlighted-item.ts';

/** The card as the page sees it: something that opens at a place and can tell whether an event happened in it. */
export interface CardControl {
  /** The reader is about to open it: its code and its content can be asked for now. */
  prepare(item: HighlightedItem): void;
  /** At the item's paint, or at `place` where the item need not be painted. */
  open(item: HighlightedItem, openedBy: 'click' | 'hover' | 'keyboard' | 'list', place?: Range): void;
  close(): void;
  /** False while it is still being loaded. */
  isOpen(): boolean;
  /** Whether the pointer is in the open card, where the page does not see it move. */
  hasPointer(): boolean;
  contains(event: Event): boolean;
}
