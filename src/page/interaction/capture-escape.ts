/**
 * Captures Esc while a card is open, ahead of the page's listeners except those on the window: it closes the
 * card and nothing of the page.
 */
export function captureEscape(win: Window, close: () => void, signal: AbortSignal): void {
  const listener = (event: KeyboardEvent) => {
    // A page can synthesise a key. An input method uses Esc to cancel a composition.
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

/**
 * The keyup and repeats of the Esc that closed the card arrive after it has gone, and sites listen for those,
 * too.
 */
export function swallowEscape(win: Window): void {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  // Ignores synthetic events and other keys that are released in the meantime.
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
      // A new press: the release went to another window.
      else ending.abort();
    },
    options,
  );
}
