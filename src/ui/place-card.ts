import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
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

/**
 * Puts `card` beside the term and keeps it there while the page scrolls, until `signal` aborts. The side is chosen once:
 * a card that changes sides while it is being read has to be found again. Only a new window size chooses anew.
 */
export function placeCard(
  card: HTMLElement,
  request: Pick<CardRequest, 'getRects' | 'contextElement'>,
  signal: AbortSignal,
): Promise<void> {
  const view = card.ownerDocument.defaultView ?? window;
  const sheet = view.matchMedia(sheetQuery);
  const term = followTerm(request);
  let chosen: Placement | undefined;
  let latest = 0;

  const update = async () => {
    latest += 1;
    const update = latest;
    card.classList.toggle('sheet', sheet.matches);
    if (sheet.matches) {
      card.style.removeProperty('max-height');
      card.style.removeProperty('translate');
      card.style.visibility = 'visible';
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
    card.style.visibility = 'visible';
  };

  const chooseAnew = () => {
    chosen = undefined;
    void update();
  };
  view.addEventListener('resize', chooseAnew, { signal });
  // `ancestorResize` is the window's, for which the side is chosen anew above.
  const stop = autoUpdate(term, card, () => void update(), { ancestorResize: false });
  signal.addEventListener('abort', stop, { once: true });
  return update();
}

function chooseSide(card: HTMLElement) {
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
