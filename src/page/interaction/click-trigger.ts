import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import { isHandledByPage } from './clickable.ts';
import type { LazyCard } from './lazy-card.ts';

/** A hand is never quite still: a click may be let off this far from where it was pressed. */
const pressDriftPx = 4;

export interface ClickOptions {
  readonly win: Window & typeof globalThis;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly card: LazyCard;
}

/** Cards opened by a click or a tap on what is painted, and closed by one elsewhere. */
export class ClickTrigger {
  readonly #options: ClickOptions;
  /** None where a click comes without a press, as from assistive technology. */
  #press: { readonly x: number; readonly y: number; readonly isOnItem: boolean } | undefined;
  #selectionAtPress: SelectionPlace = [];
  /** Whether the click before this one has opened a card. */
  #hasOpened = false;

  constructor(options: ClickOptions) {
    this.#options = options;
  }

  press({ clientX: x, clientY: y, button }: PointerEvent): void {
    const { win, highlighter, card } = this.#options;
    const item = button === 0 ? highlighter()?.itemAt(x, y) : undefined;
    this.#press = { x, y, isOnItem: item !== undefined };
    this.#selectionAtPress = placeOf(win.document.getSelection());
    // Between press and release there is time to ask for what the click will open.
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
    // The second click of a double click takes back the card of the first, even if that is still being loaded.
    if (card.isOpen || (event.detail === 2 && this.#hasOpened)) card.close();
    this.#hasOpened = false;
    return false;
  }

  /** One click, with the main button, where it was pressed, selecting nothing. */
  #isPlain(event: MouseEvent): boolean {
    // A keyboard's Enter comes as a click without a place; the second click of a double click selects a word.
    if (event.button !== 0 || event.detail !== 1) return false;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
    const press = this.#press;
    if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > pressDriftPx) return false;
    // What lay over the text when it was pressed, and has gone by that press, was meant.
    if (press && !press.isOnItem) return false;
    // A click into an older selection clears it only afterwards in Chromium: what counts is what this press selected.
    const place = placeOf(this.#options.win.document.getSelection());
    return place.length === 0 || place.every((part, number) => part === this.#selectionAtPress[number]);
  }
}

type SelectionPlace = readonly (Node | number | null)[];

/** Empty where nothing is selected. */
function placeOf(selection: Selection | null): SelectionPlace {
  if (!selection || selection.isCollapsed) return [];
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}
