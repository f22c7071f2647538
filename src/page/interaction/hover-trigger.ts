import type { PageChoices } from '../../contracts/page-choices.ts';
import { hasBoxAt } from '../dom/boxes.ts';
import { elementAtPoint } from '../dom/text-at-point.ts';
import type { HighlightedItem } from '../highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../highlighting/page-highlighter.ts';
import { isClickable } from './clickable.ts';
import type { LazyCard } from './lazy-card.ts';

/** Hands are not perfectly still: a smaller distance is no movement. */
const stillnessPx = 4;
/** Inside a link a click belongs to the link, so resting this long opens the card. */
const dwellInLinkMs = 500;
/** Reading boxes forces layout: at most this often while the pointer moves. */
const leaveCheckMs = 50;
/** A pointer that rests this long may be about to click; one that passes over the text has moved on. */
const nearMs = 60;

export interface HoverOptions {
  readonly win: Window & typeof globalThis;
  readonly highlighter: () => PageHighlighter | undefined;
  readonly hover: () => PageChoices['hover'];
  readonly card: LazyCard;
}

/** Where the pointer is, read during its event: the event has no path afterwards. */
interface PointerPlace {
  readonly x: number;
  readonly y: number;
  readonly isInCard: boolean;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * Opens cards when the mouse rests: on every mark if the reader has chosen so, and always inside a link,
 * where a click belongs to the link. Such a card closes when the pointer has left both term and card.
 */
export class HoverTrigger {
  readonly #options: HoverOptions;
  #dwellAt = { x: Number.NaN, y: Number.NaN };
  #dwellTimer: Timer | undefined;
  #nearTimer: Timer | undefined;
  #closeTimer: Timer | undefined;
  #leaveTimer: Timer | undefined;
  /** The item opened by hovering; its card may still be loading. */
  #hovered: HighlightedItem | undefined;
  #lastLeaveCheck = 0;

  constructor(options: HoverOptions) {
    this.#options = options;
  }

  move(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    this.#follow(event);
    const { clientX: x, clientY: y } = event;
    if (Math.hypot(x - this.#dwellAt.x, y - this.#dwellAt.y) < stillnessPx) return;
    this.#dwellAt = { x, y };
    clearTimeout(this.#dwellTimer);
    clearTimeout(this.#nearTimer);
    if (event.buttons !== 0 || !this.#options.highlighter()) return;
    this.#nearTimer = setTimeout(() => this.#prepare(x, y), nearMs);
    const { isOn, openDelayMs } = this.#options.hover();
    this.#dwellTimer = setTimeout(() => this.#openAfterDwell(x, y, isOn), isOn ? openDelayMs : dwellInLinkMs);
  }

  /** Ends the dwell: the reader does something else, or the page moves under the pointer. */
  endDwell(): void {
    clearTimeout(this.#dwellTimer);
  }

  /** The card no longer counts as opened by hovering: it was closed, or a click has taken it over. */
  forgetHovered(): void {
    this.#hovered = undefined;
  }

  stop(): void {
    clearTimeout(this.#dwellTimer);
    clearTimeout(this.#nearTimer);
    clearTimeout(this.#closeTimer);
    clearTimeout(this.#leaveTimer);
  }

  #prepare(x: number, y: number): void {
    const item = this.#options.highlighter()?.itemAt(x, y);
    if (item) this.#options.card.prepare(item);
  }

  #openAfterDwell(x: number, y: number, isHoverOn: boolean): void {
    const { win, highlighter, hover, card } = this.#options;
    const item = highlighter()?.itemAt(x, y);
    if (!item || (card.isOpen && this.#hovered === item)) return;
    const target = elementAtPoint(win.document, x, y);
    const isInLink = target !== null && isClickable(target, win);
    if (!isInLink && !isHoverOn) return;
    const waitedMs = isHoverOn ? hover().openDelayMs : dwellInLinkMs;
    if (isInLink && waitedMs < dwellInLinkMs) {
      this.#dwellTimer = setTimeout(() => this.#open(item), dwellInLinkMs - waitedMs);
    } else this.#open(item);
  }

  #open(item: HighlightedItem): void {
    const { card } = this.#options;
    // A card opened by a click stays until it is dismissed.
    if (card.isOpen && this.#hovered === undefined) return;
    this.#cancelClosing();
    this.#hovered = item;
    card.open(item, 'hover');
  }

  /** Checks whether the pointer has left what hovering opened. */
  #follow(event: PointerEvent): void {
    if (!this.#hovered) return;
    const place = { x: event.clientX, y: event.clientY, isInCard: this.#options.card.contains(event) };
    clearTimeout(this.#leaveTimer);
    const waitMs = this.#lastLeaveCheck + leaveCheckMs - event.timeStamp;
    // The last move before the pointer rests must be checked, too, however soon after the previous one.
    if (waitMs > 0) this.#leaveTimer = setTimeout(() => this.#checkLeave(place), waitMs);
    else this.#checkLeave(place);
  }

  #checkLeave({ x, y, isInCard }: PointerPlace): void {
    this.#lastLeaveCheck = performance.now();
    if (!this.#hovered) return;
    const { highlighter, hover, card } = this.#options;
    if (isInCard || hasBoxAt(highlighter()?.rectsOf(this.#hovered) ?? [], x, y)) {
      if (card.isOpen) this.#cancelClosing();
    } else if (card.isOpen) {
      this.#closeTimer ??= setTimeout(() => this.#close(), hover().closeDelayMs);
    } else {
      // The reader moved on while it was loading.
      card.close();
      this.#hovered = undefined;
    }
  }

  /** Cancels a pending close: the pointer is on the term or the card. */
  #cancelClosing(): void {
    clearTimeout(this.#closeTimer);
    this.#closeTimer = undefined;
  }

  #close(): void {
    this.#closeTimer = undefined;
    // The page gets no pointer events from the card's frame, not even when the pointer enters it.
    if (this.#options.card.hasPointer) return;
    if (this.#hovered) this.#options.card.close();
    this.#hovered = undefined;
  }
}
