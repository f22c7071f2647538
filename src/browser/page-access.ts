/**
 * Why a page is closed to extensions, as far as its address tells: the browser's own pages, its stores, the source of a page,
 * Sidelight's own pages. The faces have the words for each.
 */
export type ClosedPage = 'browser-page' | 'store' | 'source' | 'own-page';

/**
 * Stores that their browsers keep to themselves (Chromium: `kWebstoreURL`s in extension_urls; Firefox: the preference
 * `extensions.webextensions.restrictedDomains`, of which the store is the one page that readers meet).
 */
const storeHosts = ['chromewebstore.google.com', 'addons.mozilla.org'];

/** @returns null where nothing in the address keeps extensions out */
export function findClosedPage(address: string, ownOrigin: string): ClosedPage | null {
  if (address.startsWith('view-source:')) return 'source';
  if (address.startsWith(ownOrigin)) return 'own-page';
  if (!URL.canParse(address)) return 'browser-page';
  const { protocol, hostname, pathname } = new URL(address);
  const isOldStore = hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
  if (storeHosts.includes(hostname) || isOldStore) return 'store';
  return ['http:', 'https:', 'file:', 'blob:', 'data:'].includes(protocol) ? null : 'browser-page';
}

/** The host by which the reader's site list knows a page; empty where it has none. */
export function hostOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname : '';
}
