import browser from 'webextension-polyfill';

/** Opens the welcome page in a tab of its own. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/entrypoints/welcome.html') });
}
