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
import type { CardRequest } from './card-port.ts';

/** Air between term and card, and between card and the edge of the window, in px. */
const termGap = 8;
const edgeGap = 8;
/** A card is at most this high, so that the article stays in sight; it scrolls inside. */
const maxHeight = 560;
/** Less than this cannot be read; the card then rather covers the term. */
const minHeight = 200;

/** Windows in which a card beside the term would cover it or be too narrow: there it is a sheet at the bottom. */
const sheetQuery = '(max-width: 540px), (pointer: coarse) and (max-width: 900px)';

/** A card that has its place, or is about to. */
export interface Placement {
  /** Whether what is drawn so far is higher than the card can become, so that more of it would not be seen at first. */
  isFilled(): boolean;
  /** Resolves when the card stands and can be seen. */
  begin(): Promise<void>;
  /** Lets the card grow to what it shows now; it never becomes smaller. */
  fit(): void;
}

/**
 * Puts `card` beside the term and keeps it there while the page scrolls, until `signal` aborts. Side and height are chosen
 * once: a card that changes sides while it is being read, or shrinks under the pointer, has to be found again. Only a new
 * window size chooses anew.
 */
export function placeCard(
  card: HTMLElement,
  request: Pick<CardRequest, 'getRects' | 'contextElement'>,
  signal: AbortSignal,
): Placement {
  const view = card.ownerDocument.defaultView ?? window;
  const sheet = view.matchMedia(sheetQuery);
  const term = followTerm(request);
  let chosen: Side | undefined;
  let latest = 0;

  const update = async () => {
    latest += 1;
    const update = latest;
    card.classList.toggle('sheet', sheet.matches);
    if (sheet.matches) {
      standAsSheet(card);
      return;
    }
    const { x, y, placement } = await computePosition(term, card, {
      strategy: 'fixed',
      placement: chosen ?? 'bottom-start',
      middleware:
        chosen === undefined ? chooseSide(card) : [inline(), offset(termGap), shift({ padding: edgeGap })],
    });
    if (update !== latest || signal.aborted) return;
    chosen = placement;
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    card.style.opacity = '1';
    // Above its term a card that grows would move its beginning: it keeps its height and scrolls inside.
    keepHeight(card, isAbove(placement) ? 'height' : 'min-height');
  };

  const fit = () => {
    if (chosen !== undefined && isAbove(chosen)) growToContent(card);
    void update();
  };
  const chooseAnew = () => {
    chosen = undefined;
    card.style.removeProperty('min-height');
    void update();
  };
  return {
    isFilled() {
      card.classList.toggle('sheet', sheet.matches);
      if (!sheet.matches) card.style.maxHeight = `${maxHeight}px`;
      return overflows(card);
    },
    async begin() {
      view.addEventListener('resize', chooseAnew, { signal });
      await update();
      if (signal.aborted) return;
      // After the card stands: watching makes the browser lay out the page. `ancestorResize` is the window's, for which the side is
      // chosen anew above.
      const stop = autoUpdate(term, card, () => void update(), { ancestorResize: false });
      signal.addEventListener('abort', stop, { once: true });
    },
    fit,
  };
}

function standAsSheet(card: HTMLElement): void {
  for (const property of ['max-height', 'height', 'translate']) card.style.removeProperty(property);
  card.style.opacity = '1';
  keepHeight(card, 'min-height');
}

function growToContent(card: HTMLElement): void {
  const height = card.offsetHeight;
  card.style.removeProperty('height');
  if (card.offsetHeight < height) card.style.height = `${height}px`;
}

function overflows(card: HTMLElement): boolean {
  const body = card.querySelector('.body');
  return body !== null && body.scrollHeight > body.clientHeight;
}

/** Never less than it is now. */
function keepHeight(card: HTMLElement, property: 'height' | 'min-height'): void {
  const { offsetHeight } = card;
  if (Number.parseFloat(card.style.getPropertyValue(property)) >= offsetHeight) return;
  card.style.setProperty(property, `${offsetHeight}px`);
}

function isAbove(side: Side): boolean {
  return side.startsWith('top');
}

function chooseSide(card: HTMLElement) {
  card.style.removeProperty('height');
  card.style.maxHeight = `${maxHeight}px`;
  return [
    inline(),
    offset(termGap),
    // Only up or down: sideways `shift` finds the room, and a card beside the term would cover its own line.
    flip({ padding: edgeGap, crossAxis: false }),
    shift({ padding: edgeGap }),
    size({
      padding: edgeGap,
      apply: ({ availableHeight }) => {
        card.style.maxHeight = `${Math.min(maxHeight, Math.max(minHeight, availableHeight))}px`;
      },
    }),
  ];
}

/** The term as floating-ui takes it. A term that has left the page stays, for the card, where it was last. */
function followTerm({ getRects, contextElement }: Pick<CardRequest, 'getRects' | 'contextElement'>) {
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
