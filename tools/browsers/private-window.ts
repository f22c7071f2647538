import { geckoId } from '../../manifest.config.ts';
import { DrivenPage } from './driven-page.ts';
import type { ExtensionDriver } from './extension-driver.ts';
import { readInWindow, runInWindow } from './launch-firefox.ts';
import { waitFor } from './wait-for.ts';

/**
 * Allows the extension in private windows, as a reader does on the browser's page for extensions. This restarts the
 * extension.
 */
export async function allowPrivateWindows({
  name,
  browser,
  extensionOrigin,
}: ExtensionDriver): Promise<void> {
  if (name === 'firefox') {
    await readInWindow(
      browser,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await ExtensionPermissions.add('${geckoId}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID('${geckoId}')).reload();
      })()`,
    );
    const isAllowed = `WebExtensionPolicy.getByID('${geckoId}')?.privateBrowsingAllowed ?? false`;
    await waitFor('private windows to be allowed', () => readInWindow(browser, isAllowed), Boolean);
    return;
  }
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  // Without developer mode Chromium would disable an extension that comes from no store.
  await page.evaluate(
    `(async () => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration({
        extensionId: '${new URL(extensionOrigin).host}', incognitoAccess: true,
      });
    })()`,
  );
  await page.close();
}

/** Opens an address in a private window of its own; `ownPage` is one of the extension's pages in an ordinary window. */
export async function openPrivately(
  driver: ExtensionDriver,
  ownPage: DrivenPage,
  address: string,
): Promise<DrivenPage> {
  const { name, browser } = driver;
  if (name === 'firefox') {
    await runInWindow(browser, 'OpenBrowserWindow({ private: true })');
    const isThere = `Boolean(${privateWindow}?.gBrowserInit?.delayedStartupFinished)`;
    await waitFor('the private window', () => readInWindow(browser, isThere), Boolean);
    const options = '{ triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }';
    await runInWindow(
      browser,
      `const { gBrowser } = ${privateWindow}; gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(address)}, ${options})`,
    );
  } else {
    const properties = JSON.stringify({ incognito: true, url: address });
    await ownPage.page.evaluate(`chrome.windows.create(${properties}).then(() => undefined)`);
  }
  const page = await waitFor(
    `the private page ${address}`,
    async () => (await browser.pages()).find((one) => one.url() === address),
    (found) => found !== undefined,
  );
  if (page === undefined) throw new Error(`${address} was found and lost.`);
  return new DrivenPage(driver, page);
}

/** For scripts in Firefox's own window. */
export const privateWindow = `[...Services.wm.getEnumerator('navigator:browser')].find((one) => one.PrivateBrowsingUtils.isWindowPrivate(one))`;
