import browser, { type Storage } from 'webextension-polyfill';

/** Chromium only. Firefox has no such method (docs/browser-bugs.md), and neither do the polyfill's types. */
interface ClosableArea extends Storage.StorageArea {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the stores to content scripts, which may otherwise read and write them: a page that has escaped its
 * own world would get the reader's list of sites.
 * @returns when they are closed; in Firefox, which cannot close them, at once
 */
export async function closeStorage(): Promise<void> {
  const { local, sync, session } = browser.storage;
  const areas: ClosableArea[] = [local, sync, session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
