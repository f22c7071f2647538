import { keepListening } from '../dom/keep-listening.ts';
import { ClickOpening, type ClickOptions } from './click-opening.ts';
import { HoverOpening, type HoverOptions } from './hover-opening.ts';

export interface PointerOptions extends ClickOptions, HoverOptions {
  readonly signal: AbortSignal;
}

/**
 * Opens cards by click, tap, hover and rest. Listens first (capturing, on the window) so that a page that stops
 * events cannot lock the reader in or out; never prevents or stops an event, so the page gets every one.
 */
export function openByPointer(options: PointerOptions): void {
  const { view, card, signal } = options;
  const document = view.document;
  const clicks = new ClickOpening(options);
  const hovering = new HoverOpening(options);

  const listenings: (() => void)[] = [];
  const listen = <Name extends keyof WindowEventMap>(
    name: Name,
    handle: (event: WindowEventMap[Name]) => void,
  ) => {
    const hear = (event: WindowEventMap[Name]) => event.isTrusted && handle(event);
    listenings.push(() => view.addEventListener(name, hear, { capture: true, passive: true, signal }));
  };

  listen('pointerdown', (event) => {
    hovering.endRest();
    clicks.press(event);
  });
  listen('click', (event) => {
    hovering.endRest();
    if (clicks.click(event)) hovering.letGo();
  });
  listen('pointermove', (event) => hovering.move(event));
  // What scrolls under a resting pointer was not pointed at.
  listen('scroll', () => hovering.endRest());
  listen('wheel', () => hovering.endRest());
  listen('keydown', (event) => {
    hovering.endRest();
    // Also one that is still on its way.
    if (event.key !== 'Escape') return;
    hovering.letGo();
    card.close();
  });
  // A click in a frame is an event of that frame: here only the focus leaves.
  listen('blur', () => {
    if (document.activeElement instanceof view.HTMLIFrameElement && card.isOpen()) card.close();
  });
  keepListening(
    document,
    () => {
      for (const begin of listenings) begin();
    },
    signal,
  );
  signal.addEventListener('abort', () => hovering.stop());
}
