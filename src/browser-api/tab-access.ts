import browser from 'webextension-polyfill';

const everyPage = { origins: ['<all_urls>'] };

/** Whether the reader lets Sidelight read pages at all. */
export function isReadingPermitted(): Promise<boolean> {
  return browser.permissions.contains(everyPage);
}

/**
 * Whether Sidelight may read the page at an address: readers of Firefox may withhold a permission that the manifest names, and in
 * Chromium give it site by site.
 */
export function isPagePermitted(address: string): Promise<boolean> {
  const isWeb = /^https?:/.test(address);
  const origin = isWeb ? `${new URL(address).origin.replace(/:\d+$/, '')}/*` : '<all_urls>';
  return browser.permissions.contains({ origins: [origin] });
}

/**
 * Asks the reader to let Sidelight read pages. To be called in a click's handler, with nothing awaited before: the browsers
 * ask only where somebody has just asked for it.
 */
export function requestReading(): Promise<boolean> {
  return browser.permissions.request(everyPage);
}

/** Tells whenever the reader gives or takes the permission. */
export function watchReadingPermission(onChange: (isPermitted: boolean) => void, signal: AbortSignal): void {
  const notify = () => void isReadingPermitted().then(onChange);
  browser.permissions.onAdded.addListener(notify);
  browser.permissions.onRemoved.addListener(notify);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(notify);
    browser.permissions.onRemoved.removeListener(notify);
  });
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Where readers of Chromium let an extension read files; only the browser's own page can. */
export async function openFileAccess(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
