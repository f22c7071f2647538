import browser from 'webextension-polyfill';

/**
 * Opens the library in a tab.
 * @param address what stands behind its name, such as `#/entity/PACK/ID`; its beginning where none is given
 * @param index where the tab is to stand; at the end where none is given
 */
export async function openLibrary(address = '', index?: number): Promise<void> {
  const library = browser.runtime.getURL('src/library.html');
  await browser.tabs.create({ url: library + address, ...(index !== undefined && { index }) });
}
