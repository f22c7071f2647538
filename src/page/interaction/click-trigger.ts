import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import { isHandledByPage } from './clickable.ts';
import type { LazyCard } from './lazy-card.ts';

/** Hands are not perfectly still: a click may be released this far from its press. */
const pressDriftPx = 4;

export interface ClickOptions {
  readonly win: Window & typeof globalThis;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly card: LazyCard;
}

/** Opens cards by a click or tap on a mark, and closes them by one elsewhere. */
export class ClickTrigger {
  readonly #options: ClickOptions;
  /** None for a click without a press, as from assistive technology. */
  #press: { readonly x: number; readonly y: number; readonly isOnItem: boolean } | undefined;
  #selectionAtPress: SelectionPlace = [];
  /** Whether the previous click has opened a card. */
  #hasOpened = false;

  constructor(options: ClickOptions) {
    this.#options = options;
  }

  press({ clientX: x, clientY: y, button }: PointerEvent): void {
    const { win, highlighter, card } = this.#options;
    const item = button === 0 ? highlighter()?.itemAt(x, y) : undefined;
    this.#press = { x, y, isOnItem: item !== undefined };
    this.#selectionAtPress = placeOf(win.document.getSelection());
    // The time between press and release is enough to request what the click will open.
    if (item) card.prepare(item);
  }

  /** @returns whether it has opened a card. */
  click(event: MouseEvent): boolean {
    const { win, highlighter, card } = this.#options;
    if (card.isOpen && card.contains(event)) return false;
    const item = this.#isPlain(event) ? highlighter()?.itemAt(event.clientX, event.clientY) : undefined;
    this.#press = undefined;
    if (item && !isHandledByPage(event, win)) {
      this.#hasOpened = true;
      card.open(item, 'click');
      return true;
    }
    // The second click of a double click cancels the card of the first, even one that is still loading.
    if (card.isOpen || (event.detail === 2 && this.#hasOpened)) card.close();
    this.#hasOpened = false;
    return false;
  }

  /** One click with the main button, released where it was pressed, that selects nothing. */
  #isPlain(event: MouseEvent): boolean {
    // Enter fires a click without a position; the second click of a double click selects a word.
    if (event.button !== 0 || event.detail !== 1) return false;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
    const press = this.#press;
    if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > pressDriftPx) return false;
    // The press was on something over the text that disappeared with it, and was meant for that.
    if (press && !press.isOnItem) return false;
    // Chromium clears an older selection only after the click: what counts is what this press selected.
    const place = placeOf(this.#options.win.document.getSelection());
    return place.length === 0 || place.every((part, number) => part === this.#selectionAtPress[number]);
  }
}

type SelectionPlace = readonly (Node | number | null)[];

/** Empty if nothing is selected. */
function placeOf(selection: Selection | null): SelectionPlace {
  if (!selection || selection.isCollapsed) return [];
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}
