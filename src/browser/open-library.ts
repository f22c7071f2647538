import browser from 'webextension-polyfill';

/**
 * Opens the library in a tab: at its beginning, or at what it finds for some words.
 * @param index where the tab is to stand; at the end where none is given
 */
export async function openLibrary(words?: string, index?: number): Promise<void> {
  const library = browser.runtime.getURL('src/library.html');
  await browser.tabs.create({
    url: words === undefined ? library : `${library}#/search?q=${encodeURIComponent(words)}`,
    ...(index !== undefined && { index }),
  });
}
