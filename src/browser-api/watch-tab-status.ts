import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Reports every tab that starts to load a page or has loaded it. Registered at once: such an event may have
 * started the background.
 */
export function watchTabStatus(onStatus: (tab: Tabs.Tab, status: string) => void): void {
  const onUpdated = (_tabId: number, { status }: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    // Titles and sounds change, too, on some pages every second.
    if (status !== undefined) onStatus(tab, status);
  };
  try {
    // Firefox filters the events itself; Chromium refuses a filter, and Firefox for Android does not know it.
    browser.tabs.onUpdated.addListener(onUpdated, { properties: ['status'] });
  } catch {
    browser.tabs.onUpdated.addListener(onUpdated);
  }
}
