import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Between the bar and what it must not cover. */
const gapPx = 8;

/**
 * Keeps a bar that lies over the foot of the window from covering what matters: the page ends above it (`--covered`,
 * its height, is for the page's style sheet), and what has the focus, with its label, is scrolled out from under it.
 */
export function useClearance(bar: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const page = document.documentElement;
    const clear = () => {
      page.style.setProperty('--covered', `${Math.ceil(element.getBoundingClientRect().height)}px`);
      uncover(element);
    };
    // It grows with its message and with the reader's text size.
    const observer = new ResizeObserver(clear);
    observer.observe(element);
    const closing = new AbortController();
    addEventListener('focusin', () => uncover(element), { signal: closing.signal });
    return () => {
      observer.disconnect();
      closing.abort();
      page.style.removeProperty('--covered');
    };
  }, [bar]);
}

function uncover(bar: HTMLElement): void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || bar.contains(focused)) return;
  const over = bar.getBoundingClientRect();
  const { top, bottom, left, right } = (focused.closest('.switch, label') ?? focused).getBoundingClientRect();
  // On a wide window it is beside the page.
  if (over.height === 0 || right <= over.left || left >= over.right) return;
  // Of something that is taller than the window the beginning stays in view.
  const distance = Math.min(bottom + gapPx - over.top, top - gapPx);
  if (distance > 0 && top < innerHeight) scrollBy({ top: distance, behavior: 'instant' });
}
