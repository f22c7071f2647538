import { cycleFocus } from './cycle-focus.ts';

export interface CardInput {
  onEscape(): void;
  /** Alt and an arrow key: back (-1) or forward (1). The browser must not navigate the page as well. */
  onStep(step: 1 | -1): void;
  onPointer(isInside: boolean): void;
  /** The focus has left the frame. */
  onBlur(): void;
  /** This document is being unloaded. */
  onLeave(): void;
  /** The content has changed or has been expanded. */
  onContent(): void;
  /** The frame's width has changed. */
  onWidth(): void;
}

/** Reports the keys, pointer and focus events of the card's document that its box in the page needs. */
export function listenToCard(dialog: HTMLElement, input: CardInput): void {
  const document = dialog.ownerDocument;
  const win = document.defaultView ?? window;
  // Last: an open menu has Esc for itself, and moves the focus before Tab goes on from there.
  win.addEventListener('keydown', (event) => handleKey(event, dialog, input));
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

/** Raising the box above another element blurs the frame for a moment, after which the focus in here may be lost. */
function preserveFocusInCard({ document }: Window): void {
  let last: (Element & HTMLOrSVGElement) | null = null;
  document.addEventListener('focusin', ({ target }) => {
    // Only elements can have the focus.
    last = target as Element & HTMLOrSVGElement;
  });
  document.defaultView?.addEventListener('focus', () => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && last?.isConnected) last.focus({ preventScroll: true });
  });
}

function handleKey(event: KeyboardEvent, dialog: HTMLElement, input: CardInput): void {
  if (!event.isTrusted) return;
  // An input method uses Esc to cancel its composition.
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
