import browser from 'webextension-polyfill';

/**
 * Opens the links of a side panel in a private window in that window. Chromium runs the panel in the ordinary profile,
 * and would open them in an ordinary window, with an entry in its history (docs/browser-bugs.md).
 */
export function openLinksInWindow(place: EventTarget, signal: AbortSignal): void {
  let windowId: number | undefined;
  void browser.windows?.getCurrent().then(({ id, incognito }) => {
    if (incognito) windowId = id;
  });
  const open = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // Links to our own pages open as usual: private windows cannot show them.
    if (windowId === undefined || link === null || !/^https?:/.test(link.href)) return;
    if (event.type === 'auxclick' && (event as MouseEvent).button !== 1) return;
    event.preventDefault();
    void browser.tabs.create({ url: link.href, windowId });
  };
  place.addEventListener('click', open, { signal });
  place.addEventListener('auxclick', open, { signal });
}
