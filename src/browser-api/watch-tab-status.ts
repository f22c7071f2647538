import browser, { type Tabs } from 'webextension-polyfill';

/** Hears of every tab that begins to load a page, or has loaded it. Registered at once: such an event may be what started the background. */
export function watchTabStatus(onStatus: (tab: Tabs.Tab, status: string) => void): void {
  const onUpdated = (_tabId: number, { status }: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    // Titles and sounds change, too, and some pages change them every second.
    if (status !== undefined) onStatus(tab, status);
  };
  try {
    // Firefox spares us the rest by a filter, which Chromium refuses, and Firefox for Android does not know.
    browser.tabs.onUpdated.addListener(onUpdated, { properties: ['status'] });
  } catch {
    browser.tabs.onUpdated.addListener(onUpdated);
  }
}
