import { describe, expect, test } from 'vitest';
import { geckoId } from '../../../manifest.config.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readInWindow, runInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { linesOfShadowArticle, shadowArticle, waitForLines } from '../marks/mark-lines.ts';

const article = `<article><h1>Faces</h1><p>Police tried Amazon Rekognition for years. Gender Shades tested others.</p>
  <p>“We hope this one-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready to help if requested,” the company said.</p></article>`;

const readText = (popup: DrivenPage) => popup.call(() => document.querySelector('main')?.textContent ?? '');

/** Clicks with the real mouse on the button or switch with this name. */
const press = (popup: DrivenPage, name: string) => popup.page.locator(`::-p-aria([name="${name}"])`).click();

async function openPopup(tested: TestedExtension, tabId: number | undefined): Promise<DrivenPage> {
  return tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`);
}

const waitForText = (popup: DrivenPage, words: string) =>
  waitFor(
    `the pop-up to say "${words}"`,
    () => readText(popup),
    (text) => text.includes(words),
  );

describe.each(browserNames)('the pop-up in %s', (name) => {
  const tested = useExtension(name);
  const titleOf = (surface: DrivenPage, tabId: number | undefined) =>
    callApi<string>(surface, `api.action.getTitle({ tabId: ${tabId} })`);
  const waitForTitle = (surface: DrivenPage, tabId: number | undefined, title: string) =>
    waitFor(
      `the title "${title}"`,
      () => titleOf(surface, tabId),
      (seen) => seen === title,
    );

  test('lists mentions and quotations of the page with counts, and a click goes there', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const popup = await openPopup(tested, await tested.extension.findTabId(page));
    await waitForText(popup, 'Quotations on this page');
    expect(await readText(popup)).toMatch(
      /Quotations on this page 1.*word for word.*Names on this page \d.*Gender Shades.*1 time/s,
    );
    await popup.page.locator('li ::-p-text(Gender Shades)').click();
    await page.waitForCard((text) => text.includes('Buolamwini'));
    await page.page.bringToFront();
    await page.press('Escape');
    await page.waitForNoCard();
    expect([...page.errors, ...popup.errors]).toEqual([]);
  });

  test('switches this site off and on: marks, list, button and title follow', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const tabId = await tested.extension.findTabId(page);
    const popup = await openPopup(tested, tabId);
    await waitForText(popup, 'Gender Shades');
    expect(await titleOf(popup, tabId)).toBe('Sidelight');
    await press(popup, 'Sidelight on localhost');
    await page.waitForMarks((marks) => marks.length === 0);
    await waitForText(popup, 'switched off on this site');
    await waitForTitle(popup, tabId, 'Sidelight: switched off on this site');
    await press(popup, 'Switch on for localhost');
    await page.page.bringToFront();
    await page.waitForMark('Gender Shades');
    await waitForTitle(popup, tabId, 'Sidelight');
    await waitForText(popup, 'Gender Shades');
  });

  test('switches everything off and on', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const tabId = await tested.extension.findTabId(page);
    const popup = await openPopup(tested, tabId);
    await press(popup, 'Sidelight on all sites');
    await waitForText(popup, 'Sidelight is switched off.');
    await waitForTitle(popup, tabId, 'Sidelight: switched off');
    expect(await callApi(popup, 'api.action.getTitle({})')).toBe('Sidelight: switched off');
    await press(popup, 'Switch on');
    await waitForTitle(popup, tabId, 'Sidelight');
    await page.page.bringToFront();
    await page.waitForMark('Gender Shades');
  });

  test('says on a page of the browser that extensions cannot read it, and so does the button', async () => {
    const surface = await tested.openSilentPage();
    const address = name === 'firefox' ? 'about:robots' : 'chrome://version/';
    const tabId = await openBrowserPage(tested, surface, address);
    const popup = await openPopup(tested, tabId);
    await waitForText(popup, 'Extensions cannot read this page');
    await waitForTitle(popup, tabId, 'Sidelight: cannot read this page');
    expect(await popup.call(() => document.querySelectorAll('[role=switch]').length)).toBe(1);
    await callApi(surface, `api.tabs.remove(${tabId})`);
  });

  test('says on its own pages what they are', async () => {
    const surface = await tested.openSurface('src/entrypoints/options.html');
    const tabId = await callApi<number>(surface, '(await api.tabs.getCurrent()).id');
    await waitForText(await openPopup(tested, tabId), 'one of Sidelight’s own pages');
  });

  test('bears the icons that it shows', async () => {
    const surface = await tested.openSilentPage();
    const sizes = await surface.page.evaluate(`Promise.all([16, 32, 48].map(async (size) => {
      const picture = new Image();
      picture.src = '/assets/icons/sidelight-off-' + size + '.png';
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }))`);
    expect(sizes).toEqual([16, 32, 48].map((size) => [size, size]));
  });
});

/** A tab on one of the browser's own pages, opened through the browser if the extension may not. */
async function openBrowserPage(
  tested: TestedExtension,
  surface: DrivenPage,
  address: string,
): Promise<number | undefined> {
  const { name, browser } = tested.extension.driver;
  const listIds = () => callApi<number[]>(surface, '(await api.tabs.query({})).map(({ id }) => id)');
  const before = await listIds();
  if (name === 'firefox') {
    await runInWindow(
      browser,
      `gBrowser.addTab(${JSON.stringify(address)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
    );
  } else {
    await callApi(
      surface,
      `void (await api.tabs.create({ url: ${JSON.stringify(address)}, active: false }))`,
    );
  }
  const after = await waitFor('a further tab', listIds, (ids) => ids.length > before.length);
  return after.find((id) => !before.includes(id));
}

describe('in Firefox, where readers may withhold the permission to read pages,', () => {
  const tested = useExtension('firefox');

  test('the pop-up says so, asks on a click, and the open page is marked without being loaded again', async () => {
    const { browser } = tested.extension.driver;
    const page = await tested.openHtml(shadowArticle);
    await page.waitForMark('Gender Shades');
    const tabId = await tested.extension.findTabId(page);
    await withhold(tested);
    await page.page.reload();
    const popup = await openPopup(tested, tabId);
    await waitForText(popup, 'until you allow it');
    await press(popup, 'Let Sidelight read pages');
    await waitFor(
      'the browser’s own question',
      () => readInWindow(browser, 'PopupNotifications.isPanelOpen'),
      (isOpen) => isOpen === true,
    );
    await runInWindow(browser, `PopupNotifications.panel.firstElementChild.button.click()`);
    await page.page.bringToFront();
    await page.waitForMark('Gender Shades');
    // As on a reloaded page: in its shadow roots, too.
    await waitForLines(page, linesOfShadowArticle);
    await waitForText(popup, 'Gender Shades');
    expect(page.errors).toEqual([]);
  });

  test('the welcome page asks, too', async () => {
    const { browser } = tested.extension.driver;
    await withhold(tested);
    const welcome = await tested.openSurface('src/entrypoints/welcome.html');
    // The example needs no permission: the extension's own page reads it.
    await welcome.waitForMark('Gender Shades');
    await press(welcome, 'Let Sidelight read pages');
    await waitFor(
      'the browser’s own question',
      () => readInWindow(browser, 'PopupNotifications.isPanelOpen'),
      (isOpen) => isOpen === true,
    );
    await runInWindow(browser, `PopupNotifications.panel.firstElementChild.button.click()`);
    await waitFor(
      'the thanks',
      () => readText(welcome),
      (text) => text.includes('may read pages now'),
    );
    expect(await welcome.call(() => document.querySelector('.permission'))).toBeNull();
  });
});

/** Has the effect of the reader's switch on Firefox's page for extensions. */
async function withhold(tested: TestedExtension): Promise<void> {
  await readInWindow(
    tested.extension.driver.browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${geckoId}');
      await ExtensionPermissions.remove('${geckoId}', { permissions: [], origins: ['<all_urls>'] }, extension);
      return true;
    })()`,
  );
}
