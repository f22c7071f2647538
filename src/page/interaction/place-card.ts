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

/** Space between term and card, and between card and window edge, in px. */
const termGap = 8;
const edgeGap = 8;
/** A card is at most this high, so that the article stays visible; it scrolls inside. */
const maxHeight = 560;
/** Less than this is unreadable; the card then covers the term instead. */
const minHeight = 200;

/** Windows in which a card beside the term would cover it or be too narrow: there it is a bottom sheet. */
const sheetQuery = '(max-width: 540px), (pointer: coarse) and (max-width: 900px)';

export interface Term {
  /** The term's boxes in viewport coordinates, one for each line, read at each call. */
  readonly getRects: () => readonly DOMRect[];
  /** An element near the term, for clipping and scrolling ancestors. */
  readonly contextElement: Element;
}

/** A card in its place, or about to be. */
export interface Placement {
  /** Resolves when the card is in its place. */
  begin(): Promise<void>;
  /**
   * Lets the card grow to the height that it needs now, in px; it never shrinks. `isNew`: it shows something
   * else.
   */
  fit(wantedHeight: number, isNew: boolean): void;
}

export function isBottomSheet(win: Window): boolean {
  return win.matchMedia(sheetQuery).matches;
}

/**
 * Places `frame` beside the term and keeps it there while the page scrolls, until `signal` aborts. Chooses
 * side and height once: a reader would lose a card that changed sides or shrank under the pointer. Only a new
 * window size chooses again.
 * @param wantedHeight what all of its content would need, in px
 * @param onSheet called with whether it is a bottom sheet, when that changes
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
      // Started once the card is in place, because watching forces layout. No `ancestorResize`, which listens
      // to the window: the side is chosen again above.
      const stop = autoUpdate(followed, frame, () => void update(), { ancestorResize: false });
      signal.addEventListener('abort', stop, { once: true });
    },
    fit(wantedNow, isNew) {
      // A card above its term would move its start by growing: it keeps its height and scrolls inside.
      if (!isNew && chosen?.startsWith('top')) return;
      wanted = wantedNow;
      setHeight(height);
      void update();
    },
  };
}

/** @param onSpace called with the available height on the chosen side, in px */
function chooseSide(onSpace: (available: number) => void) {
  return [
    inline(),
    offset(termGap),
    // Only up or down: `shift` finds space sideways, and a card beside the term would cover the term's own
    // line.
    flip({ padding: edgeGap, crossAxis: false }),
    shift({ padding: edgeGap }),
    size({ padding: edgeGap, apply: ({ availableHeight }) => onSpace(availableHeight) }),
  ];
}

/** A low window has little to keep visible: there the card may take nearly all of it. */
function limitSheet({ innerHeight }: Window): number {
  return Math.round(Math.max(0.7 * innerHeight, Math.min(390, 0.92 * innerHeight)));
}

/** The term as floating-ui's reference. If it has left the page, its last position stays. */
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
