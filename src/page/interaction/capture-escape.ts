/**
 * Takes Esc in the page while a card is open, before any listener of the page that is not itself at the window: it closes the
 * card and nothing of the page's.
 */
export function captureEscape(win: Window, close: () => void, signal: AbortSignal): void {
  const listener = (event: KeyboardEvent) => {
    // A page can make up a key. A composition in an input method uses Esc for itself.
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
    event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;
    event.preventDefault();
    swallowEscape(win);
    close();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    win.addEventListener(type, listener, { capture: true, signal });
}

/** The release of the Esc that closed the card, and its repeats, come when the card is gone, and sites listen for those too. */
export function swallowEscape(win: Window): void {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  // What a page makes up, and other keys that are released meanwhile, are not what is waited for.
  const isSame = (event: KeyboardEvent) => event.isTrusted && event.key === 'Escape';
  win.addEventListener(
    'keyup',
    (event) => {
      if (!isSame(event)) return;
      event.stopImmediatePropagation();
      ending.abort();
    },
    options,
  );
  win.addEventListener(
    'keydown',
    (event) => {
      if (!isSame(event)) return;
      if (event.repeat) event.stopImmediatePropagation();
      // Pressed anew: it was released where nobody saw it, in another window.
      else ending.abort();
    },
    options,
  );
}
