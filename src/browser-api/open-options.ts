import browser from 'webextension-polyfill';

/** Opens the options page, at `section` if given. */
export async function openOptions(section?: string): Promise<void> {
  const page = browser.runtime.getManifest().options_ui?.page;
  if (section === undefined || page === undefined) return browser.runtime.openOptionsPage();
  await browser.tabs.create({
    url: `${browser.runtime.getURL(page)}#${section}`,
  });
}
