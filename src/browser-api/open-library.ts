import browser from 'webextension-polyfill';
import type { Opener } from '../contracts/opener.ts';
import { FailureError } from '../settings/failure.ts';

/**
 * Opens the library in a tab: right beside the opener, if there is one, in its window.
 * @param address the part after the page's name, such as `#/entity/PACK/ID`; the home view if empty
 * @throws FailureError if the address would leave a private window
 */
export async function openLibrary(address = '', opener?: Opener): Promise<void> {
  const library = browser.runtime.getURL('src/entrypoints/library.html');
  // Chromium opens extension pages in ordinary windows whichever is requested, and would record the address
  // in their history (docs/browser-bugs.md). The library's home view reveals nothing of what was read.
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
