import browser from 'webextension-polyfill';

export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/entrypoints/welcome.html') });
}
