/** The reader's language in every surface at once, without a reload; without a choice, the browser's. */
import { describe, expect, test } from 'vitest';
import { catalogues } from '../../../src/i18n/catalogues.ts';
import { languages } from '../../../src/settings/languages.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const codes = ['de', 'es', 'fr', 'en'] as const;
const article =
  '<article><h1>A pause</h1><p>Police use Amazon Rekognition, and Gender Shades tested such systems.</p></article>';

/** A surface declares a language and uses its texts. */
async function expectSurface(
  surface: DrivenPage,
  code: (typeof codes)[number],
  words: string,
): Promise<void> {
  const read = () =>
    surface.call((): [string, string, string] => {
      const { lang, dir } = document.documentElement;
      return [lang, dir, document.body.textContent ?? ''];
    });
  const isSpoken = ([lang, , shown]: [string, string, string]) => lang === code && shown.includes(words);
  const [lang, direction] = await waitFor(`“${words}”`, read, isSpoken);
  expect([lang, direction]).toEqual([code, languages[code].direction]);
}

describe.each(browserNames)('the language chosen in %s', (name) => {
  const tested = useExtension(name);

  test('changes options, pop-up, panel and open card at once', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard();
    const tab = await tested.extension.findTabId(page);
    const toolbar = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tab}`);
    const panel = await tested.openSurface(`src/entrypoints/panel.html?tab=${tab}`);
    const options = await tested.openSurface('src/entrypoints/options.html');
    for (const code of codes) {
      const texts = catalogues[code];
      await options.page.bringToFront();
      await options.page.waitForSelector('.language select');
      await options.page.select('.language select', code);
      await expectSurface(options, code, texts.optionsTopicsHint.message);
      await expectSurface(toolbar, code, texts.toolbarEverywhere.message);
      await expectSurface(panel, code, texts.panelMentioned.message);
      await waitFor(
        `the card in ${code}`,
        () => page.waitForCard(),
        (shown) => shown.includes(texts.typeProduct.message) && shown.includes(texts.cardQuotes.message),
      );
    }
    expect([...page.errors, ...toolbar.errors, ...panel.errors, ...options.errors]).toEqual([]);
  });
});

describe.each(browserNames)('a French %s', (name) => {
  const tested = useExtension(name, {
    chromiumArguments: ['--accept-lang=fr-CA,de'],
    firefoxPreferences: { 'intl.accept_languages': 'fr-CA, de' },
  });

  test('is spoken to in French until the reader chooses another language', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    const shown = await page.waitForCard();
    expect(shown).toContain(catalogues.fr.cardQuotes.message);
    // The pack is in English, and the card says so.
    expect(shown).toContain('Contenu en anglais');
    const options = await tested.openSurface('src/entrypoints/options.html');
    await expectSurface(options, 'fr', catalogues.fr.optionsTopicsHint.message);
    await options.page.select('.language select', 'de');
    await expectSurface(options, 'de', catalogues.de.optionsTopicsHint.message);
    await options.page.select('.language select', 'auto');
    await expectSurface(options, 'fr', catalogues.fr.optionsTopicsHint.message);
  });
});
