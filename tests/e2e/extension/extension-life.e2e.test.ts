import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { geckoId } from '../../../manifest.config.ts';
import { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { endBackground } from '../../../tools/browsers/end-background.ts';
import type { ExtensionDriver } from '../../../tools/browsers/extension-driver.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readInWindow, runInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { servePages } from '../../../tools/browsers/serve-pages.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { launchBare } from '../../../tools/pages/launch-bare.ts';
import { makeProfile, useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

const article =
  '<main><article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p></article></main>';
const builds = path.join(import.meta.dirname, '../../../dist');

/** The welcome page becomes the active tab, and a hidden tab is not read. */
async function waitForWelcome({ name, browser }: ExtensionDriver): Promise<void> {
  if (name === 'chromium') {
    await browser.waitForTarget((one) => one.url().endsWith('/src/entrypoints/welcome.html'));
    return;
  }
  // By the browser's own window: puppeteer may have lost the tab (docs/browser-bugs.md).
  const addresses = '[...gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec)';
  await waitFor(
    'the welcome page',
    async () => (await readInWindow(browser, addresses)) as string[],
    (open) => open.some((address) => address.endsWith('/src/entrypoints/welcome.html')),
  );
}

/** Has the effect of the reader's switch on the browser's page for extensions. */
async function disable({ name, browser, extensionOrigin }: ExtensionDriver): Promise<void> {
  if (name === 'firefox') {
    await runInWindow(
      browser,
      `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager
        .getAddonByID('${geckoId}').then((addon) => addon.disable())`,
    );
    return;
  }
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  const id = JSON.stringify(new URL(extensionOrigin).host);
  await page.evaluate(`new Promise((resolve) => chrome.management.setEnabled(${id}, false, resolve))`);
  await page.close();
}

describe.each(browserNames)('the background in %s', (name) => {
  const tested = useExtension(name);

  test('is asleep when the reader clicks, and ends while it is asked: the card comes all the same', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await endBackground(tested.extension.driver);
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard((text) => text.includes('Rekognition'))).toContain('Rekognition');
    await page.press('Escape');
    await page.waitForNoCard();
    const other = await tested.openHtml(article);
    await other.waitForMark('Amazon Rekognition');
    await Promise.all([other.clickMark('Amazon Rekognition'), endBackground(tested.extension.driver)]);
    await other.waitForCard((text) => text.includes('Rekognition'));
    expect([...page.errors, ...other.errors]).toEqual([]);
  });
});

describe.each(browserNames)('a tab in %s that was open before the installation', (name) => {
  test('is marked without being loaded again, and opens cards', async () => {
    const server = await servePages();
    const bare = await launchBare(name, { profileFolder: makeProfile(name) });
    try {
      // In Firefox the bare extension has our id: unless it is removed, this is an installation, not an update.
      if (name === 'firefox') await bare.driver.browser.uninstallExtension(geckoId);
      const page = new DrivenPage(bare.driver, await bare.driver.browser.newPage());
      await page.page.goto(server.addPage('/open.html', `<!doctype html>${article}`));
      await page.call(() => Object.assign(globalThis, { isSameDocument: true }));
      await bare.driver.browser.installExtension(path.join(builds, name === 'firefox' ? name : 'chrome'));
      await waitForWelcome(bare.driver);
      await page.page.bringToFront();
      await page.waitForMark('Amazon Rekognition', 20_000);
      await page.clickMark('Amazon Rekognition');
      expect(await page.waitForCard()).toContain('Rekognition');
      expect(await page.call(() => 'isSameDocument' in globalThis)).toBe(true);
      expect(page.errors).toEqual([]);
    } finally {
      await bare.close();
      await server.close();
    }
  });
});

// Each test removes the extension from its browser, so each browser is started for one test only.
describe.each(browserNames)('in %s, disabled while a card is open,', (name) => {
  const tested = useExtension(name);

  test('the extension leaves nothing that can be seen, and no error', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard();
    const isCardVisible = () =>
      page.callInCard((root) => root.querySelector('.card')?.checkVisibility() ?? false, []);
    expect(await isCardVisible()).toBe(true);
    await disable(tested.extension.driver);
    await page.page.bringToFront();
    if (name === 'chromium') {
      await page.waitForMarks((marks) => marks.length === 0);
      await page.waitForNoCard();
    } else {
      // The script is gone at once and its highlights stay registered, but their styles went with the extension.
      await waitFor(
        'marks without paint',
        () =>
          page.call(() => {
            const [highlight] = [...(CSS.highlights as unknown as Map<string, unknown>).keys()];
            const style = getComputedStyle(
              document.querySelector('p') as Element,
              `::highlight(${highlight})`,
            );
            return style.textDecorationLine;
          }),
        (line) => line === 'none',
      );
      // Its host stays, too, but shows nothing.
      await waitFor('a card that cannot be seen', isCardVisible, (isVisible) => isVisible === false);
    }
    expect(page.errors).toEqual([]);
  });
});

describe('in Chromium', () => {
  const chromium = useExtension('chromium');

  test('the old script takes its paint off by itself when the extension goes', async () => {
    const page = await chromium.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const { browser, extensionOrigin } = chromium.extension.driver;
    await browser.uninstallExtension(new URL(extensionOrigin).host);
    await page.waitForMarks((marks) => marks.length === 0);
    expect(page.errors).toEqual([]);
  });
});

describe('in Chromium, updated while a card is open,', () => {
  // Chromium identifies an unpacked extension by its folder.
  const installed = makeTemporaryFolder('installed');
  cpSync(path.join(builds, 'chrome'), installed, { recursive: true });
  const chromium = useExtension('chromium', { extensionFolder: installed });

  test('the open page is followed by the new version, and nothing of the old one is left', async () => {
    const page = await chromium.openHtml(article);
    const before = await page.call(() => document.documentElement.outerHTML);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard();
    const { folder } = copyAsNextVersion('chrome');
    cpSync(folder, installed, { recursive: true });
    await chromium.extension.driver.browser.installExtension(installed);
    await waitFor(
      'the marks of the new version alone',
      async () => {
        await page.page.bringToFront();
        return page.readMarks();
      },
      (marks) => marks.map(({ text }) => text).join() === 'Amazon Rekognition',
      40_000,
    );
    await page.waitForNoCard();
    expect(await page.call(() => document.documentElement.outerHTML)).toBe(before);
    await page.call(() => document.querySelector('p')?.append(' Gender Shades came before.'));
    await page.waitForMark('Gender Shades');
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    expect(page.errors).toEqual([]);
  });
});

describe('in Firefox', () => {
  const firefox = useExtension('firefox');

  test('a new instance clears what the old one left, and marks the open page once', async () => {
    const page = await firefox.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await disable(firefox.extension.driver);
    await page.call(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1') as Element);
      // What a destroyed script leaves: the same name, on other text.
      CSS.highlights.set([...CSS.highlights.keys()][0] as string, new Highlight(range));
      // One of the page's own, which must not be touched.
      CSS.highlights.set('page-own', new Highlight(range));
    });
    await runInWindow(
      firefox.extension.driver.browser,
      `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager
        .getAddonByID('${geckoId}').then((addon) => addon.enable())`,
    );
    await page.page.bringToFront();
    await waitFor(
      'the marks of the new instance alone',
      () => page.readMarks(),
      (marks) => marks.length === 1 && marks[0]?.text === 'Amazon Rekognition',
    );
    expect(await page.call(() => CSS.highlights.has('page-own'))).toBe(true);
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
  });
});

describe('in Firefox, updated while a card is open,', () => {
  const firefox = useExtension('firefox');

  test('the open page gets the new version’s marks and cards, and keeps nothing of the old one', async () => {
    const page = await firefox.openHtml(article);
    const before = await page.call(() => document.documentElement.outerHTML);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard();
    await page.call(() => {
      // The old version's highlight, drawn elsewhere: only a new instance removes it.
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1') as Element);
      CSS.highlights.set([...CSS.highlights.keys()][0] as string, new Highlight(range));
    });
    const { version, folder } = copyAsNextVersion('firefox');
    await firefox.extension.driver.browser.installExtension(folder);
    await page.page.bringToFront();
    await waitFor(
      'the marks of the new version alone',
      () => page.readMarks(),
      (marks) => marks.map(({ text }) => text).join() === 'Amazon Rekognition',
    );
    await page.waitForNoCard();
    expect(await page.call(() => document.documentElement.outerHTML)).toBe(before);
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    const options = await firefox.openSurface('src/entrypoints/options.html');
    expect(await options.call(readVersion)).toBe(version);
    expect(page.errors).toEqual([]);
  });
});

/** The same build with the next version number, as in an update. */
function copyAsNextVersion(build: 'chrome' | 'firefox'): { version: string; folder: string } {
  const folder = makeTemporaryFolder('update');
  cpSync(path.join(builds, build), folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const [major = '0', ...rest] = manifest.version.split('.');
  const version = [Number(major) + 1, ...rest].join('.');
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return { version, folder };
}

/** Runs in one of the extension's own pages. */
function readVersion(): string {
  const scope = globalThis as unknown as Record<'browser', typeof import('webextension-polyfill')>;
  return scope.browser.runtime.getManifest().version;
}
