import type { BoxCalls, CardDrawing, CardLink, CardRequest } from '../../contracts/card-calls.ts';
import type { Appearance } from '../../settings/settings.ts';
import { deepActiveElement } from '../dom/deep-active-element.ts';
import { captureEscape, swallowEscape } from './capture-escape.ts';
import { type CardFrame, createCardFrame } from './card-frame.ts';
import { type CardOpening, describeRequest } from './card-opening.ts';
import { closeOnOutsideClick } from './close-on-outside-click.ts';
import { isBottomSheet, type Placement, placeCard, uniteRects } from './place-card.ts';
import { type OcclusionWatcher, watchOcclusion } from './watch-occlusion.ts';

/** A frame that is unused this long is removed: a page at rest contains nothing of the extension. */
const idleLifetimeMs = 10_000;
/** An undrawn card has failed by then: the extension has gone, or a page removed the frame's document. */
const drawTimeoutMs = 20_000;
/** A card page that has loaded has answered by then, if the background is awake. */
const startMs = 300;

export interface CardBoxOptions {
  readonly win: Window & typeof globalThis;
  /** Of the page that draws cards, `card.html`. */
  readonly address: string;
  /** Reaches the card in the frame with this token, and hears it until `signal` aborts. */
  readonly connect: (token: string, listener: BoxCalls, signal: AbortSignal) => CardLink;
  /** The class by which Firefox shows the box while the extension is installed. */
  readonly shownClass: string;
  /** A card that the reader opened will not appear. */
  readonly onFailed: () => void;
  /** No card can appear: the document is sandboxed, so the extension's scripts do not run in its frames. */
  readonly onBlocked?: (opening: CardOpening) => void;
  /** The reader has closed a card with Esc, hidden from the page. */
  readonly onEscape?: () => void;
  /** Called with how each card was opened. */
  readonly onOpened?: (openedBy: CardOpening['openedBy']) => void;
}

/** A frame and what is or will be drawn in it. */
interface Frame {
  readonly box: CardFrame;
  readonly link: CardLink;
  readonly ending: AbortController;
  /** The card is listening. */
  isReady: boolean;
}

/** The last request to the frame. */
interface Drawing {
  readonly number: number;
  readonly request: CardRequest;
  /** The height that would show all of it, in px, once it is drawn. */
  height?: number;
}

interface OpenCard {
  readonly opening: CardOpening;
  readonly focusedBefore: Element | null;
  readonly closing: AbortController;
  readonly placement: Placement;
  /** Set once the card is in place. */
  cover?: OcclusionWatcher;
}

/** The one card of a document. `card.html` draws its content, in a frame of the extension's own. */
export class CardBox {
  readonly #options: CardBoxOptions;
  #appearance: Appearance = { theme: 'auto', language: 'auto' };
  #frame: Frame | undefined;
  #drawing: Drawing | undefined;
  /** What the reader has opened and does not see yet. */
  #wanted: { readonly opening: CardOpening; readonly focusedBefore: Element | null } | undefined;
  #open: OpenCard | undefined;
  #count = 0;
  #hasPointer = false;
  #isBlocked = false;
  readonly #lostAt: number[] = [];
  /** The card has switched the page's site off, and offers to undo that. */
  #hasSwitchedOff = false;
  #dwellTimer: ReturnType<typeof setTimeout> | undefined;
  #drawTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CardBoxOptions) {
    this.#options = options;
    const { win } = options;
    // A document in the back/forward cache keeps no frame.
    win.addEventListener('pagehide', () => this.discard());
    const noteLeft = (event: PointerEvent) => {
      if (event.isTrusted && !this.contains(event)) this.#hasPointer = false;
    };
    win.addEventListener('pointermove', noteLeft, { capture: true, passive: true });
  }

  get isOpen(): boolean {
    return this.#open !== undefined && this.#frame?.box.isShown() === true;
  }

  get hasPointer(): boolean {
    return this.isOpen && this.#hasPointer;
  }

  /** Whether a press in the card counts: it is uncovered, and in place for long enough to be seen. */
  get mayAct(): boolean {
    return this.#open?.cover?.isClear() === true;
  }

  contains(event: Event): boolean {
    return this.#open !== undefined && this.#frame?.box.contains(event) === true;
  }

  applyAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#frame?.box.setTheme(appearance.theme);
    if (this.#frame?.isReady) void this.#frame.link.appear(appearance).catch(() => undefined);
  }

  prepare(opening: CardOpening): void {
    if (this.#open !== undefined || this.#wanted !== undefined || this.#isBlocked) return;
    this.#draw(opening);
    this.#restLater();
  }

  open(opening: CardOpening): void {
    if (this.#isBlocked) this.#refuse(opening);
    else if (!this.#toggleSameTerm(opening)) this.#bring(opening);
  }

  #bring(opening: CardOpening): void {
    const focusedBefore = this.#open?.focusedBefore ?? deepActiveElement(this.#options.win.document);
    // The reader may have navigated in it.
    if (this.#open !== undefined) this.#drawing = undefined;
    this.#end();
    this.#wanted = { opening, focusedBefore };
    this.#hasSwitchedOff = false;
    this.#draw(opening);
    clearTimeout(this.#dwellTimer);
    this.#options.onOpened?.(opening.openedBy);
    clearTimeout(this.#drawTimer);
    this.#drawTimer = setTimeout(() => this.#giveUp(), drawTimeoutMs);
    this.#reveal();
  }

  close(): void {
    const open = this.#open;
    const frame = this.#frame;
    const hadFocus = frame?.box.hasFocus() === true;
    this.#forgetWanted();
    if (open === undefined) return;
    this.#end();
    this.#drawing = undefined;
    this.#frame?.box.hide();
    void this.#frame?.link.clear({ number: this.#count }).catch(() => undefined);
    if (hadFocus) {
      frame?.box.frame.blur();
      giveFocusBack(frame?.box.pageFocus ?? open.focusedBefore);
    }
    this.#restLater();
  }

  /** The page removes its marks. A card that has just caused that stays open, and offers to undo it. */
  withdraw(): void {
    if (this.#open === undefined) this.discard();
    else if (!this.#hasSwitchedOff) this.close();
  }

  /** Removes the frame, with a card that is open in it. */
  discard(): void {
    this.close();
    clearTimeout(this.#dwellTimer);
    this.#drawing = undefined;
    this.#frame?.ending.abort();
    this.#frame?.box.remove();
    this.#frame = undefined;
  }

  /** A second click on an open card's term closes it; a card opened by hovering stays open instead. */
  #toggleSameTerm(opening: CardOpening): boolean {
    const open = this.#open;
    if (open === undefined || !this.isOpen || !isSame(open.opening, opening)) return false;
    if (opening.openedBy === 'hover') return true;
    if (this.#frame?.box.hasFocus()) this.close();
    else this.#show(true);
    return true;
  }

  /** Has the card drawn, unless it already is. */
  #draw(opening: CardOpening): void {
    const box = this.#frame?.box;
    // Moving the frame would reload it, too.
    if (box && !(box.isAlive() && box.isAtMountPoint(opening.contextElement))) this.#dropFrame();
    // Created first, so that it loads during the lookup.
    this.#frame ??= this.#makeFrame(opening);
    const request = describeRequest(opening);
    if (JSON.stringify(this.#drawing?.request) === JSON.stringify(request)) return;
    this.#count += 1;
    this.#drawing = { number: this.#count, request };
    if (this.#frame.isReady)
      void this.#frame.link.draw(this.#describe(this.#drawing)).catch(() => this.#lose());
  }

  #makeFrame(opening: CardOpening): Frame {
    const { win, address, shownClass, connect } = this.#options;
    const ending = new AbortController();
    const box = createCardFrame(opening.contextElement, {
      address,
      shownClass,
      title: 'Sidelight',
      onLost: () => this.#lose(),
      hasPointer: () => this.hasPointer,
      onLoaded: () =>
        setTimeout(() => {
          if (this.#frame?.box === box && !this.#frame.isReady) void this.#checkRunning(this.#frame);
        }, startMs),
    });
    box.setTheme(this.#appearance.theme);
    box.frame.classList.toggle('sheet', isBottomSheet(win));
    const link = connect(
      box.token,
      {
        ready: () => {
          if (this.#frame) this.#frame.isReady = true;
          return this.#drawing === undefined ? null : this.#describe(this.#drawing);
        },
        fit: ({ number, height, isNew }) => this.#fit(number, height, isNew),
        close: ({ isByKey }) => {
          this.close();
          if (!isByKey) return;
          swallowEscape(win);
          this.#options.onEscape?.();
        },
        pointer: ({ isInside }) => {
          this.#hasPointer = isInside;
        },
        blurred: () => this.#leave(),
        covered: () => this.#open?.cover?.noteCovered(),
        // A page that has removed the box has closed the card.
        left: () => (this.#open && !box.isAlive() ? this.close() : this.#lose()),
        mayAct: () => this.mayAct,
        switching: ({ isOn }) => {
          this.#hasSwitchedOff = !isOn;
        },
      },
      ending.signal,
    );
    setTimeout(() => prewarmPlacement(box.frame, opening));
    return { box, link, ending, isReady: false };
  }

  /** In a sandboxed document the card page's script does not run, or cannot send messages. */
  async #checkRunning(frame: Frame): Promise<void> {
    // If the extension has gone, no card appears either, but the document is not the reason.
    const isRunning = await frame.link.isRunning().catch(() => undefined);
    if (isRunning === true || this.#frame !== frame || frame.isReady) return;
    this.#isBlocked = isRunning === false;
    this.#giveUp();
  }

  #describe({ number, request }: Drawing): CardDrawing {
    return { number, request, appearance: this.#appearance };
  }

  #fit(number: number, height: number, isNew: boolean): void {
    if (this.#drawing?.number !== number) return;
    this.#drawing.height = height;
    if (this.#open) this.#open.placement.fit(height, isNew);
    else this.#reveal();
  }

  /** Shows the wanted card once it is drawn. */
  #reveal(): void {
    const { win } = this.#options;
    const [frame, drawing, wanted] = [this.#frame, this.#drawing, this.#wanted];
    if (!frame || !wanted || drawing?.height === undefined) return;
    this.#forgetWanted();
    const { opening, focusedBefore } = wanted;
    const closing = new AbortController();
    const { signal } = closing;
    const { box, link } = frame;
    box.show();
    const placement = placeCard(
      box.frame,
      opening,
      drawing.height,
      (isSheet) =>
        void link.reveal({ number: drawing.number, takesFocus: false, isSheet }).catch(() => undefined),
      signal,
    );
    const open: OpenCard = { opening, focusedBefore, closing, placement };
    this.#open = open;
    captureEscape(win, () => this.close(), signal);
    closeOnOutsideClick(opening, box, () => this.close(), signal);
    this.#reparent(opening.contextElement, box, signal);
    void placement.begin().then(() => {
      if (signal.aborted) return;
      box.frame.classList.add('shown');
      open.cover = watchOcclusion(box, opening.contextElement, () => this.close(), signal);
      this.#show(opening.openedBy !== 'hover');
    });
  }

  #show(takesFocus: boolean): void {
    const { win } = this.#options;
    if (!this.#frame || !this.#drawing) return;
    const { box, link } = this.#frame;
    if (takesFocus) box.takeFocus();
    const { number } = this.#drawing;
    void link.reveal({ number, takesFocus, isSheet: isBottomSheet(win) }).catch(() => undefined);
  }

  /** Follows dialogs and fullscreen as they open and close, while the card is open. */
  #reparent(contextElement: Element, box: CardFrame, signal: AbortSignal): void {
    const follow = () => box.reparent(contextElement);
    for (const type of ['fullscreenchange', 'close', 'toggle'])
      this.#options.win.document.addEventListener(type, follow, { capture: true, signal });
  }

  /** The frame has lost its document: draw the card again if it was moved to stay visible; show nothing of the page. */
  #lose(): void {
    const open = this.#open;
    const hadFocus = this.#frame?.box.hasFocus() === true;
    const wanted = this.#wanted;
    this.#dropFrame();
    if (open && !this.#isLostOften()) {
      const opening = hadFocus ? open.opening : ({ ...open.opening, openedBy: 'hover' } as const);
      this.#wanted = { opening, focusedBefore: open.focusedBefore };
      this.#draw(opening);
    } else if (wanted) this.#giveUp();
  }

  /** A page that keeps removing the frame's document wins: stop. */
  #isLostOften(): boolean {
    const now = performance.now();
    this.#lostAt.push(now);
    return this.#lostAt.filter((at) => now - at < 10_000).length > 3;
  }

  #dropFrame(): void {
    this.#end();
    this.#frame?.ending.abort();
    this.#frame?.box.remove();
    this.#frame = undefined;
    this.#drawing = undefined;
  }

  /** Ends the open card; its frame stays. */
  #end(): void {
    this.#open?.closing.abort();
    this.#open = undefined;
    this.#hasPointer = false;
  }

  #forgetWanted(): void {
    clearTimeout(this.#drawTimer);
    this.#wanted = undefined;
  }

  #giveUp(): void {
    const wanted = this.#wanted;
    this.discard();
    if (wanted) this.#refuse(wanted.opening);
  }

  #refuse(opening: CardOpening): void {
    const { onBlocked, onFailed } = this.#options;
    // Hovering is not a request, so its failure is not reported.
    if (opening.openedBy === 'hover') return;
    if (this.#isBlocked && onBlocked) onBlocked(opening);
    else onFailed();
  }

  /** The focus has left the card: for another frame, whose clicks this document does not see, or elsewhere. */
  #leave(): void {
    const { document, HTMLIFrameElement } = this.#options.win;
    if (this.isOpen && document.activeElement instanceof HTMLIFrameElement) this.close();
  }

  #restLater(): void {
    clearTimeout(this.#dwellTimer);
    this.#dwellTimer = setTimeout(() => {
      if (this.#open === undefined && this.#wanted === undefined) this.discard();
    }, idleLifetimeMs);
  }
}

/** First runs are slow (as slow as placing a card), so run the placement code once while the frame loads. */
function prewarmPlacement(frame: HTMLElement, opening: CardOpening): void {
  const nothing = () => undefined;
  void placeCard(frame, opening, 0, nothing, AbortSignal.abort()).begin();
}

function isSame(a: CardOpening, b: CardOpening): boolean {
  const [first, second] = [uniteRects(a.getRects()), uniteRects(b.getRects())];
  return a.subject.ref === b.subject.ref && first.left === second.left && first.top === second.top;
}

/** `body` means no focus and cannot be focused; the hidden card has already returned the focus to the page. */
function giveFocusBack(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}
