import browser from 'webextension-polyfill';

const everyPage = { origins: ['<all_urls>'] };

/** Whether Sidelight may read any pages. */
export function isReadingPermitted(): Promise<boolean> {
  return browser.permissions.contains(everyPage);
}

/**
 * Whether Sidelight may read the page at an address: in Firefox readers may withhold a permission that the
 * manifest names, and in Chromium grant it site by site.
 */
export function isPagePermitted(address: string): Promise<boolean> {
  const isWeb = /^https?:/.test(address);
  const origin = isWeb ? `${new URL(address).origin.replace(/:\d+$/, '')}/*` : '<all_urls>';
  return browser.permissions.contains({ origins: [origin] });
}

/**
 * Requests permission to read pages. Call it first in a click handler, with nothing awaited before: browsers
 * ask only with user activation.
 */
export function requestReading(): Promise<boolean> {
  return browser.permissions.request(everyPage);
}

/** Reports each time the permission is granted or revoked. */
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

/** Opens the page on which readers of Chromium can allow access to files; an extension cannot request that. */
export async function openFileAccess(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
