import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readInWindow } from '../../../tools/browsers/launch-firefox.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { chooseMenuEntry as choose } from '../driving/choose-menu-entry.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';

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
    await choose(tested, page, 'site-off', 'The orchard');
    await page.waitForMarks((marks) => marks.length === 0);
    await choose(tested, page, 'site-on', 'The orchard');
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
    await waitFor(
      'the entries',
      readEntries,
      (entries) => String(entries) === 'Sidelight: keep this article,Sidelight: not on this site',
    );
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
      (entries) =>
        String(entries) === 'Sidelight: diesen Artikel behalten,Sidelight: nicht auf dieser Website',
    );
  });
});
