import { boundsOf } from '../dom/boxes.ts';

/**
 * Scrolls an item into the middle third of every scroller around it: clear of sticky headers, with space for
 * the card. Opens the `<details>` around it, as the browser's own search does.
 */
export function revealItem(win: Window, element: Element, rects: () => readonly DOMRect[]): void {
  for (let details = element.closest('details:not([open])'); details; ) {
    details.setAttribute('open', '');
    details = details.parentElement?.closest('details:not([open])') ?? null;
  }
  const box = boundsOf(rects());
  if (box && isInMiddle(box, 0, win.innerHeight)) return;
  // First the browser's way, which knows every scroller; it may leave the item outside in a long paragraph.
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  for (let current: Element | null = element; current; current = current.parentElement) {
    const after = boundsOf(rects());
    if (!after || isInMiddle(after, 0, win.innerHeight)) return;
    const frame = current.getBoundingClientRect();
    const scrolls =
      current.scrollHeight > current.clientHeight && /auto|scroll/.test(overflowOf(win, current));
    if (scrolls) current.scrollTop += after.top - (frame.top + frame.height / 3);
  }
  const rest = boundsOf(rects());
  if (rest && !isInMiddle(rest, 0, win.innerHeight)) {
    win.scrollBy({ top: rest.top - win.innerHeight / 3, behavior: 'instant' });
  }
}

function isInMiddle(box: DOMRect, top: number, height: number): boolean {
  return box.top >= top + height / 5 && box.bottom <= top + (height * 4) / 5;
}

function overflowOf(win: Window, element: Element): string {
  return win.getComputedStyle(element).overflowY;
}
