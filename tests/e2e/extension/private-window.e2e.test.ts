import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { geckoId } from '../../../manifest.config.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import type { ExtensionDriver } from '../../../tools/browsers/extension-driver.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { launchExtension } from '../../../tools/browsers/launch-extension.ts';
import { readInWindow, runInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { allowPrivateWindows, openPrivately, privateWindow } from '../../../tools/browsers/private-window.ts';
import { type PageServer, servePages } from '../../../tools/browsers/serve-pages.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { makeProfile } from '../driving/start-extension.ts';
import { panelButton } from '../surfaces/side-panel.ts';

/** Made up, so that no file of a browser's profile contains them by chance. */
const privateWords = 'Quillfeather';
const ordinaryWords = 'Marblewick';
const article = `<article><h1>Faces</h1><p>Police tried Amazon Rekognition for years, ${privateWords} said.</p></article>`;

let server: PageServer;
beforeAll(async () => {
  server = await servePages();
});
afterAll(() => server.close());

/** Chooses "Look up" in a tab, through the browsers' events: no driver reaches the menu of a second window. */
async function lookUp(driver: ExtensionDriver, words: string, address: string): Promise<void> {
  const info = { menuItemId: 'look-up', selectionText: words, frameId: 0, editable: false, pageUrl: address };
  if (driver.name === 'firefox') {
    const isPrivate = words === privateWords;
    const tab = isPrivate ? `${privateWindow}.gBrowser.selectedTab` : 'gBrowser.selectedTab';
    await runInWindow(
      driver.browser,
      `WebExtensionPolicy.getByID('${geckoId}').extension.emit('webext-menu-menuitem-click', ${JSON.stringify(info)}, ${tab})`,
    );
    return;
  }
  const target = await driver.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(driver.extensionOrigin),
  );
  const worker = await target.worker();
  await worker?.evaluate(
    `chrome.tabs.query({ url: '${new URL(address).origin.replace(/:\d+$/, '')}/*' }).then(([tab]) => {
      chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab);
    })`,
  );
}

const firefoxHistory = `(async () => {
  const store = await PlacesUtils.promiseDBConnection();
  return (await store.execute('SELECT url FROM moz_places')).map((row) => row.getString(0));
})()`;

/** The open library tabs, and their windows. */
async function listLibraries(ownPage: DrivenPage): Promise<{ isPrivate: boolean; address: string }[]> {
  const tabs = await callApi<{ incognito: boolean; url?: string; pendingUrl?: string }[]>(
    ownPage,
    '(await api.tabs.query({})).map(({ incognito, url, pendingUrl }) => ({ incognito, url: url || pendingUrl || "" }))',
  );
  return tabs
    .filter(({ url = '' }) => url.includes('src/entrypoints/library.html'))
    .map(({ incognito, url = '' }) => ({ isPrivate: incognito, address: url.slice(url.indexOf('#')) }));
}

/** The files below a folder that contain these words. */
function findFilesWith(folder: string, words: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
    });
}

describe.each(browserNames)('a private window in %s', (name) => {
  test('keeps what is looked up in it to itself: no history of the profile has it', async () => {
    const profileFolder = makeProfile(name);
    const extension = await launchExtension(name, { profileFolder });
    let isClosed = false;
    const close = async () => {
      if (!isClosed) await extension.close();
      isClosed = true;
    };
    onTestFinished(close);
    const { driver } = extension;
    await allowPrivateWindows(driver);
    const ownPage = await extension.openSilentPage();
    // Something from an ordinary window, which the search at the end must find. Opened before there is
    // another window, to which a new tab would go.
    const ordinaryAddress = server
      .addPage('/ordinary.html', article.replace(privateWords, ordinaryWords))
      .replace('localhost', 'ordinary.localhost');
    const ordinary = await extension.openPage(ordinaryAddress);
    await ordinary.waitForMark('Amazon Rekognition');
    await ordinary.page.bringToFront();
    await lookUp(driver, ordinaryWords, ordinaryAddress);
    await waitFor(
      'the ordinary library',
      () => listLibraries(ownPage),
      (all) => all.some(({ isPrivate, address }) => !isPrivate && address.includes(ordinaryWords)),
    );

    const listNew = async () =>
      (await listLibraries(ownPage)).filter(({ address }) => !address.includes(ordinaryWords));
    const address = server
      .addPage('/story.html', `<!doctype html><meta charset="utf-8"><title>Story</title>${article}`)
      .replace('localhost', 'private.localhost');
    const page = await openPrivately(driver, ownPage, address);
    await page.waitForMark('Amazon Rekognition');

    await lookUp(driver, privateWords, address);
    if (name === 'chromium') {
      await page.waitForNotice((text) => text.includes('toolbar button to see why'));
      const [title] = await callApi<string[]>(
        ownPage,
        `await Promise.all((await api.tabs.query({})).filter(({ url }) => url === ${JSON.stringify(address)}).map(({ id }) => api.action.getTitle({ tabId: id })))`,
      );
      expect(title).toContain('only in ordinary windows');
      await page.press('Escape');
      expect(await listNew()).toEqual([]);
    } else {
      await waitFor(
        'the library',
        () => listNew(),
        (libraries) => libraries.length === 1,
      );
      expect(await listNew()).toEqual([{ isPrivate: true, address: `#/search?q=${privateWords}` }]);
      await page.page.bringToFront();
    }

    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard((text) => /\bAll\b/.test(text))).toContain('Private window:');
    await page.clickInCard('.all-link');
    if (name === 'chromium') {
      await page.waitForCard((text) => text.includes('only in ordinary windows'));
      expect(await listNew()).toEqual([]);
    } else {
      const libraries = await waitFor(
        'the second library',
        () => listNew(),
        (all) => all.length === 2,
      );
      expect(libraries.every(({ isPrivate }) => isPrivate)).toBe(true);
    }

    // Firefox keeps no extension page in its history.
    if (name === 'firefox') {
      const history = await waitFor(
        'the ordinary page in the history',
        () => readInWindow(driver.browser, firefoxHistory),
        (addresses) => String(addresses).includes(ordinaryAddress),
      );
      expect(String(history)).not.toMatch(new RegExp(`private\\.|${privateWords}`));
    }
    await close();
    if (name === 'chromium') expect(findFilesWith(profileFolder, `?q=${ordinaryWords}`)).not.toEqual([]);
    expect(findFilesWith(profileFolder, privateWords)).toEqual([]);
    expect(findFilesWith(profileFolder, 'private.localhost')).toEqual([]);
  });
});

describe('in Chromium', () => {
  test('a link in the side panel of a private window opens in that window', async () => {
    const extension = await launchExtension('chromium', { profileFolder: makeProfile('chromium') });
    onTestFinished(() => extension.close());
    const { driver } = extension;
    await allowPrivateWindows(driver);
    const ownPage = await extension.openSilentPage();
    const address = server.addPage('/panel.html', `<!doctype html><meta charset="utf-8">${article}`);
    const page = await openPrivately(driver, ownPage, address);
    await page.waitForMark('Amazon Rekognition');
    const pageOf = async (path: string) => {
      const target = await driver.browser.waitForTarget((one) => one.url() === driver.extensionOrigin + path);
      return target.asPage();
    };
    await callApi(
      ownPage,
      'void (await api.action.openPopup({ windowId: (await api.windows.getAll()).find(({ incognito }) => incognito).id }))',
    );
    const popup = await pageOf('src/entrypoints/toolbar.html');
    await popup.locator('.switches .hint ::-p-text(Private window:)').wait();
    await popup.locator(panelButton).click();
    const panel = await pageOf('src/entrypoints/panel.html');
    await panel.locator('#tab-timeline').click();
    await panel.waitForSelector('a[href^="https:"]');
    // The first may be collapsed.
    const link = await panel.evaluateHandle(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      const all = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="https:"]')];
      return all.find((one) => one.checkVisibility());
    });
    const href = String(await panel.evaluate((one) => one?.href, link));
    await (link as ElementHandle<Element>).click();
    const opened = await waitFor(
      'the tab of the link',
      async () =>
        callApi<{ incognito: boolean; url: string }[]>(
          ownPage,
          '(await api.tabs.query({})).map(({ incognito, url, pendingUrl }) => ({ incognito, url: pendingUrl || url || "" }))',
        ),
      (tabs) => tabs.some(({ url }) => url === href),
    );
    expect(opened.filter(({ url }) => url === href)).toEqual([{ incognito: true, url: href }]);
  });
});
