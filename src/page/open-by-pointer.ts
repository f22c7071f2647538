import { hasBoxAt } from './boxes.ts';
import { keepListening } from './keep-listening.ts';
import type { PagePainter } from './page-painter.ts';
import type { PaintedItem } from './painted-item.ts';

/** A hand is never quite still: less than this is no movement. */
const stillnessPx = 4;
/** Inside a link a click belongs to the link: there the card comes by resting this long (DESIGN.md, Opening). */
const restInLinkMs = 500;
/** Asking for boxes makes the browser lay out the page: at most this often while the pointer moves. */
const leaveCheckMs = 50;
/** A pointer that has come to rest this long may be about to click; one on its way across the text has gone on. */
const nearMs = 60;

export interface HoverChoice {
  readonly isOn: boolean;
  readonly openDelayMs: number;
  readonly closeDelayMs: number;
}

export interface PointerOptions {
  readonly view: Window & typeof globalThis;
  readonly painter: () => PagePainter | undefined;
  readonly hover: () => HoverChoice;
  readonly card: CardControl;
  readonly signal: AbortSignal;
}

/** The card as the page sees it: something that opens at a place and can tell whether an event happened in it. */
export interface CardControl {
  /** The reader is about to open it: its code and its content can be asked for now. */
  prepare(item: PaintedItem): void;
  /** At the item's paint, or at `place` where the item need not be painted. */
  open(item: PaintedItem, openedBy: 'click' | 'hover' | 'keyboard' | 'list', place?: Range): void;
  close(): void;
  isOpen(): boolean;
  contains(event: Event): boolean;
}

/**
 * Opens cards by click, tap, hover and rest. Listens first (capturing, on the window) so that a page that stops
 * events cannot lock the reader in or out; never prevents or stops an event, so the page gets every one.
 */
export function openByPointer(options: PointerOptions): void {
  const { view, painter, hover, card, signal } = options;
  const document = view.document;
  let pressedAt: { x: number; y: number } | undefined;
  let selectionAtPress: SelectionPlace = [];
  let restAt = { x: Number.NaN, y: Number.NaN };
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let nearTimer: ReturnType<typeof setTimeout> | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  let leaveTimer: ReturnType<typeof setTimeout> | undefined;
  let hovered: PaintedItem | undefined;
  let lastLeaveCheck = 0;
  let wasOpenedByClick = false;

  const listenings: (() => void)[] = [];
  const listen = <Name extends keyof WindowEventMap>(
    name: Name,
    handle: (event: WindowEventMap[Name]) => void,
  ) => {
    const hear = (event: WindowEventMap[Name]) => event.isTrusted && handle(event);
    listenings.push(() => view.addEventListener(name, hear, { capture: true, passive: true, signal }));
  };

  listen('pointerdown', (event) => {
    clearTimeout(restTimer);
    pressedAt = { x: event.clientX, y: event.clientY };
    selectionAtPress = placeOf(document.getSelection());
    // Between press and release there is time to ask for what the click will open.
    if (event.button === 0) prepareAt(event.clientX, event.clientY);
  });

  listen('click', (event) => {
    clearTimeout(restTimer);
    if (card.isOpen() && card.contains(event)) return;
    const item = isPlainClick(event) ? painter()?.itemAt(event.clientX, event.clientY) : undefined;
    if (item && !isClaimed(event, view)) {
      wasOpenedByClick = true;
      hovered = undefined;
      card.open(item, 'click');
      return;
    }
    if (event.detail === 2 && wasOpenedByClick) card.close();
    wasOpenedByClick = false;
    if (card.isOpen()) card.close();
  });

  /** One click, with the main button, where it was pressed, selecting nothing. */
  function isPlainClick(event: MouseEvent): boolean {
    // A keyboard's Enter comes as a click without a place; the second click of a double click selects a word.
    if (event.button !== 0 || event.detail !== 1) return false;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
    if (pressedAt && Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y) > stillnessPx)
      return false;
    // A click into an older selection clears it only afterwards in Chromium: what counts is what this press selected.
    const place = placeOf(document.getSelection());
    return place.length === 0 || place.every((part, number) => part === selectionAtPress[number]);
  }

  listen('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    followHovered(event);
    const { clientX: x, clientY: y } = event;
    if (Math.hypot(x - restAt.x, y - restAt.y) < stillnessPx) return;
    restAt = { x, y };
    clearTimeout(restTimer);
    clearTimeout(nearTimer);
    if (event.buttons !== 0 || !painter()) return;
    nearTimer = setTimeout(prepareAt, nearMs, x, y);
    const isHoverOn = hover().isOn;
    restTimer = setTimeout(() => onRest(x, y, isHoverOn), isHoverOn ? hover().openDelayMs : restInLinkMs);
  });

  // What scrolls under a resting pointer was not pointed at.
  listen('scroll', () => clearTimeout(restTimer));
  listen('wheel', () => clearTimeout(restTimer));
  listen('keydown', (event) => {
    clearTimeout(restTimer);
    if (event.key !== 'Escape' || !card.isOpen()) return;
    hovered = undefined;
    card.close();
  });
  // A click in a frame is an event of that frame: here only the focus leaves.
  listen('blur', () => {
    if (document.activeElement instanceof view.HTMLIFrameElement && card.isOpen()) card.close();
  });
  keepListening(
    document,
    () => {
      for (const begin of listenings) begin();
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    clearTimeout(restTimer);
    clearTimeout(nearTimer);
    clearTimeout(closeTimer);
    clearTimeout(leaveTimer);
  });

  function prepareAt(x: number, y: number): void {
    const item = painter()?.itemAt(x, y);
    if (item) card.prepare(item);
  }

  function onRest(x: number, y: number, isHoverOn: boolean): void {
    const item = painter()?.itemAt(x, y);
    if (!item || (card.isOpen() && hovered !== undefined && hovered === item)) return;
    const target = document.elementFromPoint(x, y);
    const isInLink = target !== null && isClickable(target, view);
    if (!isInLink && !isHoverOn) return;
    const waited = isHoverOn ? hover().openDelayMs : restInLinkMs;
    if (isInLink && waited < restInLinkMs) {
      restTimer = setTimeout(() => openHovered(item), restInLinkMs - waited);
      return;
    }
    openHovered(item);
  }

  function openHovered(item: PaintedItem): void {
    // What a click opened stays until it is dismissed.
    if (card.isOpen() && hovered === undefined) return;
    clearTimeout(closeTimer);
    closeTimer = undefined;
    hovered = item;
    card.open(item, 'hover');
  }

  /** A card that came by hovering goes when the pointer has left both the term and the card. */
  function followHovered(event: PointerEvent): void {
    if (!hovered) return;
    // Asked now: an event knows its path only while it is under way.
    const place = { x: event.clientX, y: event.clientY, isInCard: card.contains(event) };
    clearTimeout(leaveTimer);
    const wait = lastLeaveCheck + leaveCheckMs - event.timeStamp;
    // The last move before the pointer rests must be looked at, too, however soon it came after the one before.
    if (wait > 0) leaveTimer = setTimeout(checkHovered, wait, place);
    else checkHovered(place);
  }

  function checkHovered({ x, y, isInCard }: { x: number; y: number; isInCard: boolean }): void {
    lastLeaveCheck = performance.now();
    if (!hovered) return;
    const isOver = isInCard || hasBoxAt(painter()?.rectsOf(hovered) ?? [], x, y);
    if (!card.isOpen()) {
      if (isOver) return;
      // Whoever has gone on while it was loading does not want it any more.
      card.close();
      hovered = undefined;
      return;
    }
    if (isOver) {
      clearTimeout(closeTimer);
      closeTimer = undefined;
      return;
    }
    closeTimer ??= setTimeout(() => {
      closeTimer = undefined;
      if (hovered) card.close();
      hovered = undefined;
    }, hover().closeDelayMs);
  }
}

type SelectionPlace = readonly (Node | number | null)[];

/** Empty where nothing is selected. */
function placeOf(selection: Selection | null): SelectionPlace {
  if (!selection || selection.isCollapsed) return [];
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}

/** Whether the page itself does something with a click here. */
function isClaimed(event: Event, view: Window & typeof globalThis): boolean {
  const target = event.composedPath()[0];
  return target instanceof view.Element && isClickable(target, view);
}

const clickableSelector = [
  'a[href]',
  'area[href]',
  'button',
  'summary',
  'label',
  'input',
  'select',
  'textarea',
  'option',
  '[role="button"]',
  '[role="link"]',
  '[role="tab"]',
  '[role="menuitem"]',
  '[role="option"]',
  '[role="switch"]',
  '[role="checkbox"]',
].join(',');

function isClickable(target: Element, view: Window): boolean {
  for (let element: Element | null | undefined = target; element; ) {
    if (element.closest(clickableSelector)) return true;
    const root = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  // A page that shows a hand means "click here" (whole teasers that a script makes into links).
  return view.getComputedStyle(target).cursor === 'pointer';
}
