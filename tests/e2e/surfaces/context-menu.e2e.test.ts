import { describe, expect, test } from 'vitest';
import { geckoId } from '../../../manifest.config.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';

// The second paragraph's mention is found but not drawn: each section marks only one.
const article = `<article><h1>Faces</h1><p>Police tried Amazon Rekognition for years. The orchard opened at nine.</p>
  <p id="second">Nobody asked Rekognition’s makers.</p></article>`;

/** Selects words like a reader, by their text. */
function select(words: string, within: string): void {
  const place = document.querySelector(within) ?? document.body;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1;
    if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
  }
}

/**
 * Chooses an entry of the context menu in the active tab. In Firefox the browser's own menu is opened with the right
 * mouse button and its item is pressed. In Chromium no driver reaches the menu, which the system draws: there the event
 * is dispatched that the browser sends when an entry is chosen.
 */
async function choose(
  tested: TestedExtension,
  page: DrivenPage,
  entry: 'look-up' | 'site-off' | 'site-on',
  words = '',
): Promise<void> {
  const { name, browser, extensionOrigin } = tested.extension.driver;
  await page.page.bringToFront();
  if (name === 'chromium') {
    const target = await browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(extensionOrigin),
    );
    const worker = await target.worker();
    const info = JSON.stringify({ menuItemId: entry, selectionText: words, frameId: 0, editable: false });
    await worker?.evaluate(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => { chrome.contextMenus.onClicked.dispatch(${info}, tab); })`,
    );
    return;
  }
  const box = await page.boxOfText(words === '' ? 'The orchard' : words);
  await waitFor(
    `the entry ${entry} in the menu`,
    async () => {
      // An open menu does not update: one that opened too early is closed and opened again.
      await readInWindow(browser, `document.getElementById('contentAreaContextMenu').hidePopup()`);
      await page.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
      return readInWindow(
        browser,
        `(() => { const item = ${findItem(entry)}; return item !== null && !item.hidden; })()`,
      );
    },
    (isThere) => isThere === true,
  );
  await readInWindow(
    browser,
    `(() => { const item = ${findItem(entry)}; item.closest('menupopup').activateItem(item); return true; })()`,
  );
}

/** Firefox forms the item's id from the extension's and the entry's. */
function findItem(entry: string): string {
  const widget = geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  return `document.getElementById('${widget}-menuitem-_${entry}')`;
}

describe.each(browserNames)('the context menu in %s', (name) => {
  const tested = useExtension(name);

  test.each([
    ['the name as it is painted', 'Amazon Rekognition', 'p'],
    ['one word of it', 'Rekognition', 'p'],
    ['a mention that is not painted, with its ending', 'Rekognition’s', '#second'],
  ])('looks up %s: its card opens at the words', async (_case, words, within) => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.call(select, words, within);
    await choose(tested, page, 'look-up', words);
    await page.waitForCard((text) => text.includes('Rekognition'));
    const selected = await page.call(() => String(getSelection()));
    expect(selected).toBe(words);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('looks up words that are no name in the library', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.call(select, 'The orchard', 'p');
    await choose(tested, page, 'look-up', 'The orchard');
    const surface = await tested.openSilentPage();
    const found = await waitFor(
      'the library',
      () =>
        callApi<string[]>(
          surface,
          '(await api.tabs.query({})).map(({ url, pendingUrl }) => url || pendingUrl || "")',
        ),
      (urls) => urls.some((url) => url.includes('src/entrypoints/library.html')),
    );
    expect(found.find((url) => url.includes('library.html'))).toMatch(/#\/search\?q=The%20orchard$/);
    await callApi(
      surface,
      'void (await api.tabs.remove((await api.tabs.query({})).filter(({ url }) => url?.includes("library.html")).map(({ id }) => id)))',
    );
  });

  test('switches this site off, and on again', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await choose(tested, page, 'site-off');
    await page.waitForMarks((marks) => marks.length === 0);
    await choose(tested, page, 'site-on');
    await page.waitForMark('Amazon Rekognition');
  });
});

describe('in Firefox', () => {
  const tested = useExtension('firefox');

  test('of the two entries about the site only the one that fits is in the menu, in the reader’s language', async () => {
    const { browser } = tested.extension.driver;
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const box = await page.boxOfText('The orchard');
    const readEntries = () =>
      readInWindow(
        browser,
        `[...document.querySelectorAll('#contentAreaContextMenu menuitem')]
          .map(({ label, hidden }) => hidden ? '' : label).filter((label) => label.startsWith('Sidelight'))`,
      );
    await page.page.mouse.click(box.x + 5, box.y + 5, { button: 'right' });
    await waitFor('the entry', readEntries, (entries) => String(entries) === 'Sidelight: not on this site');
    await readInWindow(browser, `document.getElementById('contentAreaContextMenu').hidePopup()`);
    const surface = await tested.openSilentPage();
    const change = JSON.stringify({
      to: 'background',
      call: 'changeSettings',
      request: { kind: 'field', field: 'language', value: 'de' },
    });
    await callApi(surface, `void (await api.runtime.sendMessage(${change}))`);
    await page.page.bringToFront();
    await waitFor(
      'the entry in German',
      async () => {
        await page.page.mouse.click(box.x + 5, box.y + 5, { button: 'right' });
        const entries = await readEntries();
        await readInWindow(browser, `document.getElementById('contentAreaContextMenu').hidePopup()`);
        return entries;
      },
      (entries) => String(entries) === 'Sidelight: nicht auf dieser Website',
    );
  });
});
