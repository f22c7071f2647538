import { reattachListeners } from '../dom/reattach-listeners.ts';
import { type ClickOptions, ClickTrigger } from './click-trigger.ts';
import { type HoverOptions, HoverTrigger } from './hover-trigger.ts';

export interface PointerOptions extends ClickOptions, HoverOptions {
  readonly signal: AbortSignal;
}

/**
 * Opens cards by click, tap, hover and dwell. Listens first (capturing, on the window), so that a page that
 * stops events cannot prevent opening or closing a card. Never prevents or stops an event, so the page gets
 * every one.
 */
export function openByPointer(options: PointerOptions): void {
  const { win, card, signal } = options;
  const document = win.document;
  const clicks = new ClickTrigger(options);
  const hovering = new HoverTrigger(options);

  const listenings: (() => void)[] = [];
  const listen = <Name extends keyof WindowEventMap>(
    name: Name,
    handle: (event: WindowEventMap[Name]) => void,
  ) => {
    const listener = (event: WindowEventMap[Name]) => event.isTrusted && handle(event);
    listenings.push(() => win.addEventListener(name, listener, { capture: true, passive: true, signal }));
  };

  listen('pointerdown', (event) => {
    hovering.endDwell();
    clicks.press(event);
  });
  listen('click', (event) => {
    hovering.endDwell();
    if (clicks.click(event)) hovering.forgetHovered();
  });
  listen('pointermove', (event) => hovering.move(event));
  // Content that scrolls under a resting pointer was not pointed at.
  listen('scroll', () => hovering.endDwell());
  listen('wheel', () => hovering.endDwell());
  listen('keydown', (event) => {
    hovering.endDwell();
    // Also closes a card that is still loading.
    if (event.key !== 'Escape') return;
    hovering.forgetHovered();
    card.close();
  });
  // A click in a frame is an event of that frame: this document only sees the blur.
  listen('blur', () => {
    if (document.activeElement instanceof win.HTMLIFrameElement && card.isOpen) card.close();
  });
  reattachListeners(
    document,
    () => {
      for (const begin of listenings) begin();
    },
    signal,
  );
  signal.addEventListener('abort', () => hovering.stop());
}
