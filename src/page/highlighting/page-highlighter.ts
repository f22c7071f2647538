import type { HighlightedItem } from './highlighted-item.ts';
import type { Highlighter } from './highlighter.ts';

/** A highlighter that also answers queries: which item is at a point, and where an item's boxes are. */
export interface PageHighlighter extends Highlighter {
  /** Whether it changes the page's DOM: if so, it waits until the page has loaded and is idle. */
  readonly changesPage: boolean;
  /** The topmost item at a viewport point, unless something covers it. */
  itemAt(x: number, y: number): HighlightedItem | undefined;
  /** Viewport boxes, one for each line; empty if the item has left the page. */
  rectsOf(item: HighlightedItem): readonly DOMRect[];
  /** The element with the item's first character, or undefined if it has left the page. */
  elementOf(item: HighlightedItem): Element | undefined;
  /** Repairs the marks after a change of the page; called with every batch before the page is read again. */
  noteChanges(records: readonly MutationRecord[]): void;
  /** Whether marks may be drawn here; false once the page has removed them. */
  accepts(node: Node): boolean;
  /** Restores marks that the page has removed, once. Returns false after the second loss. */
  restore(): boolean;
}
