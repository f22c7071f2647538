import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type Placement as Side,
  shift,
  size,
} from '@floating-ui/dom';

/** Air between term and card, and between card and the edge of the window, in px. */
const termGap = 8;
const edgeGap = 8;
/** A card is at most this high, so that the article stays in sight; it scrolls inside. */
const maxHeight = 560;
/** Less than this cannot be read; the card then rather covers the term. */
const minHeight = 200;

/** Windows in which a card beside the term would cover it or be too narrow: there it is a sheet at the bottom. */
const sheetQuery = '(max-width: 540px), (pointer: coarse) and (max-width: 900px)';

export interface Term {
  /** The term's boxes in viewport coordinates, one for each line it is broken over, read anew at each call. */
  readonly getRects: () => readonly DOMRect[];
  /** An element near the term, for clipping and scrolling ancestors. */
  readonly contextElement: Element;
}

/** A card that has its place, or is about to. */
export interface Placement {
  /** Resolves when the card stands where it is to be seen. */
  begin(): Promise<void>;
  /** Lets the card grow to a height that it wants now, in px; it never becomes smaller. `isNew`: something else is shown in it. */
  fit(wantedHeight: number, isNew: boolean): void;
}

export function isBottomSheet(win: Window): boolean {
  return win.matchMedia(sheetQuery).matches;
}

/**
 * Puts `frame` beside the term and keeps it there while the page scrolls, until `signal` aborts. Side and height are chosen
 * once: a card that changes sides while it is being read, or shrinks under the pointer, has to be found again. Only a new
 * window size chooses anew.
 * @param wantedHeight what it would take to show all that is in it, in px
 * @param onSheet tells whether it stands at the bottom of the window, where that changes
 */
export function placeCard(
  frame: HTMLElement,
  term: Term,
  wantedHeight: number,
  onSheet: (isSheet: boolean) => void,
  signal: AbortSignal,
): Placement {
  const win = frame.ownerDocument.defaultView ?? window;
  const followed = followTerm(term);
  let wanted = wantedHeight;
  let height = 0;
  let limit = maxHeight;
  let chosen: Side | undefined;
  let latest = 0;

  const setHeight = (atLeast: number) => {
    height = Math.max(atLeast, Math.min(wanted, limit));
    frame.style.height = `${height}px`;
  };
  const update = async () => {
    latest += 1;
    const update = latest;
    const isSheet = isBottomSheet(win);
    if (isSheet !== frame.classList.contains('sheet')) onSheet(isSheet);
    frame.classList.toggle('sheet', isSheet);
    if (isSheet) {
      frame.style.removeProperty('translate');
      limit = limitSheet(win);
      setHeight(Math.min(height, limit));
      return;
    }
    const { x, y, placement } = await computePosition(followed, frame, {
      strategy: 'fixed',
      placement: chosen ?? 'bottom-start',
      middleware: chosen === undefined ? begin() : [inline(), offset(termGap), shift({ padding: edgeGap })],
    });
    if (update !== latest || signal.aborted) return;
    chosen = placement;
    frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  };
  const begin = () => {
    limit = maxHeight;
    setHeight(0);
    return chooseSide((available) => {
      limit = Math.floor(Math.min(maxHeight, Math.max(minHeight, available)));
      setHeight(0);
    });
  };
  return {
    async begin() {
      const chooseAnew = () => {
        chosen = undefined;
        height = 0;
        void update();
      };
      win.addEventListener('resize', chooseAnew, { signal });
      await update();
      if (signal.aborted) return;
      // After the card stands: watching makes the browser lay out the page. `ancestorResize` is the window's, for which the side is
      // chosen anew above.
      const stop = autoUpdate(followed, frame, () => void update(), { ancestorResize: false });
      signal.addEventListener('abort', stop, { once: true });
    },
    fit(wantedNow, isNew) {
      // Above its term a card that grows would move its beginning: it keeps its height and scrolls inside.
      if (!isNew && chosen?.startsWith('top')) return;
      wanted = wantedNow;
      setHeight(height);
      void update();
    },
  };
}

/** @param onSpace told the height that there is on the side chosen, in px */
function chooseSide(onSpace: (available: number) => void) {
  return [
    inline(),
    offset(termGap),
    // Only up or down: sideways `shift` finds the room, and a card beside the term would cover its own line.
    flip({ padding: edgeGap, crossAxis: false }),
    shift({ padding: edgeGap }),
    size({ padding: edgeGap, apply: ({ availableHeight }) => onSpace(availableHeight) }),
  ];
}

/** A low window has little to leave in sight: there the card may take nearly all of it. */
function limitSheet({ innerHeight }: Window): number {
  return Math.round(Math.max(0.7 * innerHeight, Math.min(390, 0.92 * innerHeight)));
}

/** The term as floating-ui takes it. A term that has left the page stays, for the card, where it was last. */
function followTerm({ getRects, contextElement }: Term) {
  let known: readonly DOMRect[] = [new DOMRect()];
  const readRects = () => {
    const rects = getRects();
    if (rects.length > 0) known = rects;
    return known;
  };
  return {
    contextElement,
    getClientRects: () => [...readRects()],
    getBoundingClientRect: () => uniteRects(readRects()),
  };
}

export function uniteRects(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
