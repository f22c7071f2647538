import type { CardFrame } from './card-frame.ts';
import type { Term } from './place-card.ts';

/**
 * Closes on pointer down, before a click on another term opens that one's card. Leaves a press on the card's
 * own term to its click.
 */
export function closeOnOutsideClick(
  term: Term,
  frame: Pick<CardFrame, 'contains'>,
  close: () => void,
  signal: AbortSignal,
): void {
  const win = term.contextElement.ownerDocument.defaultView ?? window;
  const listener = (event: PointerEvent) => {
    // Ignores synthetic events of the page.
    if (!event.isTrusted || event.button !== 0) return;
    if (frame.contains(event) || isOnScrollbar(event)) return;
    if (!isInside(term.getRects(), event)) close();
  };
  win.addEventListener('pointerdown', listener, { capture: true, signal });
}

function isInside(rects: readonly DOMRect[], { clientX, clientY }: PointerEvent): boolean {
  return rects.some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
  );
}

/** A reader who scrolls with the window's scrollbar keeps reading and has not clicked elsewhere. */
function isOnScrollbar({ target, clientX, clientY }: PointerEvent): boolean {
  if (target !== document.documentElement) return false;
  return clientX >= document.documentElement.clientWidth || clientY >= document.documentElement.clientHeight;
}
