import browser from 'webextension-polyfill';

/**
 * Has the links of a side panel in a private window opened in that window. Chromium runs the panel beside the ordinary windows, and
 * would open them there, with what was read in their history (docs/browser-bugs.md).
 */
export function openLinksInWindow(place: EventTarget, signal: AbortSignal): void {
  let windowId: number | undefined;
  void browser.windows?.getCurrent().then(({ id, incognito }) => {
    if (incognito) windowId = id;
  });
  const open = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // A link to one of our own pages opens as everywhere: no private window holds such.
    if (windowId === undefined || link === null || !/^https?:/.test(link.href)) return;
    if (event.type === 'auxclick' && (event as MouseEvent).button !== 1) return;
    event.preventDefault();
    void browser.tabs.create({ url: link.href, windowId });
  };
  place.addEventListener('click', open, { signal });
  place.addEventListener('auxclick', open, { signal });
}
