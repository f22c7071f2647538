import type { HighlightedItem } from './highlighted-item.ts';
import type { Highlighter } from './highlighter.ts';

/** A painter that also finds its way back: from a point to what is painted there, and from that to its boxes. */
export interface PageHighlighter extends Highlighter {
  /** Whether it changes the page's DOM: then it waits until the page has loaded and come to rest. */
  readonly changesPage: boolean;
  /** What is painted at a viewport point and not covered by anything else there. */
  itemAt(x: number, y: number): HighlightedItem | undefined;
  /** Viewport boxes, one for each line; empty where the item has left the page. */
  rectsOf(item: HighlightedItem): readonly DOMRect[];
  /** The element that holds the item's first character, or undefined where it has left the page. */
  elementOf(item: HighlightedItem): Element | undefined;
  /** Looks after the paint when the page has changed; called with every batch before the page is read anew. */
  noteChanges(records: readonly MutationRecord[]): void;
  /** Whether this painter may paint here; false where the page has shown that it will not have it. */
  accepts(node: Node): boolean;
  /** Puts the paint back, once, if the page has thrown it away. Returns false when it has lost twice. */
  restore(): boolean;
}
