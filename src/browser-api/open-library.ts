import browser from 'webextension-polyfill';
import type { Opener } from '../contracts/opener.ts';
import { FailureError } from '../settings/failure.ts';

/**
 * Opens the library in a tab: in the opener's window, right beside it, where there is an opener.
 * @param address what stands behind its name, such as `#/entity/PACK/ID`; its beginning where none is given
 * @throws FailureError where the address would leave a private window
 */
export async function openLibrary(address = '', opener?: Opener): Promise<void> {
  const library = browser.runtime.getURL('src/entrypoints/library.html');
  // Chromium opens an extension's pages in ordinary windows, whichever is asked for: the address would stand in their history
  // (docs/browser-bugs.md). The library's beginning tells nothing of what was read.
  const leavesWindow = opener?.incognito === true && !library.startsWith('moz-extension:');
  if (leavesWindow && address.replace(/^#\/$/, '') !== '') {
    throw new FailureError({ code: 'privateWindow', values: {} });
  }
  const beside = leavesWindow ? undefined : opener;
  await browser.tabs.create({
    url: library + address,
    ...(beside?.windowId !== undefined && { windowId: beside.windowId, index: beside.index + 1 }),
  });
}
