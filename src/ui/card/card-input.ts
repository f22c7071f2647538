import { cycleFocus } from './cycle-focus.ts';

export interface CardInput {
  onEscape(): void;
  /** Alt and an arrow: back (-1) or forth (1). It must not leave the page. */
  onStep(step: 1 | -1): void;
  onPointer(isInside: boolean): void;
  /** The focus has left the frame. */
  onBlur(): void;
  /** This document goes. */
  onLeave(): void;
  /** What is drawn has changed, or has been unfolded. */
  onContent(): void;
  /** The frame has another width. */
  onWidth(): void;
}

/** Keys, pointer and focus of the card's page, as far as its box in the page has to know of them. */
export function listenToCard(dialog: HTMLElement, input: CardInput): void {
  const document = dialog.ownerDocument;
  const win = document.defaultView ?? window;
  win.addEventListener('keydown', (event) => handleKey(event, dialog, input), { capture: true });
  document.documentElement.addEventListener('pointerenter', () => input.onPointer(true));
  document.documentElement.addEventListener('pointerleave', () => input.onPointer(false));
  win.addEventListener('blur', () => input.onBlur());
  win.addEventListener('pagehide', () => input.onLeave());
  preserveFocusInCard(win);
  let { innerWidth } = win;
  win.addEventListener('resize', () => {
    if (win.innerWidth !== innerWidth) input.onWidth();
    innerWidth = win.innerWidth;
  });
  new MutationObserver(() => input.onContent()).observe(dialog, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['open'],
  });
}

/** When the box is raised above something, the frame loses the focus for a moment, and what had it in here may lose it for good. */
function preserveFocusInCard({ document }: Window): void {
  let last: (Element & HTMLOrSVGElement) | null = null;
  document.addEventListener('focusin', ({ target }) => {
    // Only elements get the focus.
    last = target as Element & HTMLOrSVGElement;
  });
  document.defaultView?.addEventListener('focus', () => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && last?.isConnected) last.focus({ preventScroll: true });
  });
}

function handleKey(event: KeyboardEvent, dialog: HTMLElement, input: CardInput): void {
  if (!event.isTrusted) return;
  // A composition in an input method uses Esc for itself.
  if (event.key === 'Escape' && !event.isComposing) {
    event.preventDefault();
    input.onEscape();
  } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    input.onStep(event.key === 'ArrowLeft' ? -1 : 1);
    event.preventDefault();
  } else if (event.key === 'Tab' && cycleFocus(dialog, event.shiftKey)) {
    event.preventDefault();
  }
}
