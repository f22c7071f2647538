import type { CardAbove, TermPlace } from '../../contracts/card-calls.ts';
import { deepActiveElement } from '../dom/deep-active-element.ts';
import { type CardOpening, describeRequest } from './card-opening.ts';
import { uniteRects } from './place-card.ts';

/** Runs in the frame. Reads the page. */
export function describeAbove(opening: CardOpening, win: Window): CardAbove {
  const { x, y, width, height } = uniteRects(opening.getRects());
  const isDirect = win.parent === win.top && [x, y, width, height].every(Number.isFinite);
  return { request: describeRequest(opening), place: isDirect ? { x, y, width, height } : null };
}

/**
 * Runs in the page above. Places the card at the term if the browser says in which frame the reader is;
 * otherwise in the middle of the visible part of that frame or page.
 */
export function openingFromBelow({ request, place }: CardAbove, document: Document): CardOpening {
  const active = deepActiveElement(document);
  const frame = active instanceof HTMLIFrameElement ? active : undefined;
  return {
    ...request,
    openedBy: 'click',
    contextElement: frame ?? document.documentElement,
    getRects: () => [frame && place ? placeInFrame(frame, place) : findMiddle(frame, document)],
  };
}

function placeInFrame(frame: HTMLIFrameElement, place: TermPlace): DOMRect {
  const { x, y, width } = frame.getBoundingClientRect();
  // Accounts for a frame that is drawn scaled.
  const scale = width / frame.offsetWidth || 1;
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return new DOMRect(
    x + (frame.clientLeft + Number.parseFloat(paddingLeft) + place.x) * scale,
    y + (frame.clientTop + Number.parseFloat(paddingTop) + place.y) * scale,
    place.width * scale,
    place.height * scale,
  );
}

function findMiddle(frame: Element | undefined, { documentElement }: Document): DOMRect {
  const { clientWidth, clientHeight } = documentElement;
  const { left, right, top, bottom } =
    frame?.getBoundingClientRect() ?? new DOMRect(0, 0, clientWidth, clientHeight);
  const middle = (from: number, to: number, size: number) => (Math.max(0, from) + Math.min(size, to)) / 2;
  return new DOMRect(middle(left, right, clientWidth), middle(top, bottom, clientHeight), 0, 0);
}
