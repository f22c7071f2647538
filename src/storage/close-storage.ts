import browser, { type Storage } from 'webextension-polyfill';

/** Chromium's; Firefox has none (docs/browser-bugs.md), and the polyfill's types know none. */
interface ClosableArea extends Storage.StorageArea {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the stores to content scripts, which read and write them otherwise: a page that has broken out of its own world would
 * have the reader's list of sites.
 * @returns when they are closed; in Firefox at once, where they cannot be
 */
export async function closeStorage(): Promise<void> {
  const { local, sync, session } = browser.storage;
  const areas: ClosableArea[] = [local, sync, session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
