import type { ClosedPage } from '../contracts/active-page.ts';

/** Stores that browsers close to extensions (Chromium: `kWebstoreURL`s in extension_urls). */
const storeHosts = ['chromewebstore.google.com', 'addons.mozilla.org'];

/**
 * Firefox: the default of `extensions.webextensions.restrictedDomains`, without the store. Readers and
 * administrators can change it, and Chromium has lists of its own: those show only in a rejected call
 * (`describe-tab.ts`).
 */
const restrictedHosts = [
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
];

/** @returns null if nothing in the address rules out extensions */
export function findClosedPage(address: string, ownOrigin: string): ClosedPage | null {
  if (address.startsWith('view-source:')) return 'source';
  if (address.startsWith(ownOrigin)) return 'own-page';
  if (!URL.canParse(address)) return 'browser-page';
  const { protocol, hostname, pathname } = new URL(address);
  const isOldStore = hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
  if (storeHosts.includes(hostname) || isOldStore) return 'store';
  if (ownOrigin.startsWith('moz-extension:') && restrictedHosts.includes(hostname)) return 'restricted';
  return ['http:', 'https:', 'file:', 'blob:', 'data:'].includes(protocol) ? null : 'browser-page';
}
