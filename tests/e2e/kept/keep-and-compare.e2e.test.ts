/** A newcomer's walk: two articles on one event kept, and a third compared with them, by real clicks. */
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const background = `The old bridge over the Ember at Aberford has carried trams, carts and cars since 1911. The city council
  looked at the report of its engineers on Tuesday evening. Rust was found in nine of the twelve piers below the water line.
  Shops on both shores fear for their trade while the crossing is closed, and the ferry will run every ten minutes.`;
const closing = 'We will close the old bridge on Monday and open it again in nine weeks';
const ferry = 'The ferry cannot carry that many people in the morning';
const nobody = 'Nobody asked the shops that live from the bridge';

interface Told {
  readonly outlet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const write = ({
  outlet,
  title,
  paragraphs,
}: Told) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>${title}</title><meta property="og:site_name" content="${outlet}"><meta property="og:type" content="article">
  <meta property="article:published_time" content="2024-03-05T08:00:00Z"></head><body><article><h1>${title}</h1>
  ${[...paragraphs, background, background.toLowerCase()].map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`;

const daily = write({
  outlet: 'Aberford Daily',
  title: 'Old bridge at Aberford to close for nine weeks',
  paragraphs: [`“${closing},” Mayor Ann Lee said.`, `“${ferry},” said Bo Hill, who runs it.`],
});
const weekly = write({
  outlet: 'Ember Weekly',
  title: 'Aberford closes its old bridge on Monday',
  paragraphs: [`“${closing},” Mayor Ann Lee told the council.`, `“${nobody},” Eve Moss said.`],
});
const herald = write({
  outlet: 'Herald',
  title: 'Aberford bridge closes, mayor says',
  paragraphs: [
    `“${closing.replace('nine', 'twelve')},” Mayor Ann Lee said.`,
    '“It was safe when I crossed it,” said Tom Reed, an engineer.',
  ],
});

const readText = (surface: DrivenPage) =>
  surface.call(() => (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' '));
const waitForText = (surface: DrivenPage, words: string) =>
  waitFor(
    `"${words}"`,
    () => readText(surface),
    (text) => text.includes(words),
  );

describe.each(browserNames)('keeping and comparing in %s', (name) => {
  const tested = useExtension(name);
  let clicks = 0;

  const openSurface = async (page: DrivenPage, surface: 'toolbar' | 'panel') =>
    tested.openSurface(`src/entrypoints/${surface}.html?tab=${await tested.extension.findTabId(page)}`);

  /** Clicks with the real mouse. */
  async function press(surface: DrivenPage, selector: string): Promise<void> {
    clicks += 1;
    await surface.page.bringToFront();
    await surface.page.locator(selector).click();
  }
  const button = (label: string) => `::-p-aria([name="${label}"][role="button"])`;

  test('two articles are kept and a third is compared with them, in four clicks', async () => {
    const first = await tested.openHtml(daily);
    const popup = await openSurface(first, 'toolbar');
    await waitForText(popup, 'on this computer, and nowhere else');
    await press(popup, button('Keep this article'));
    await waitForText(popup, 'A new story');
    expect(await readText(popup)).toContain('Old bridge at Aberford to close for nine weeks');
    expect(await readText(popup)).toMatch(/Aberford Daily · 5 March 2024 · \d+ words · 2 quotations/);

    // Kept from the panel; it joins the story by itself.
    const second = await tested.openHtml(weekly);
    const panel = await openSurface(second, 'panel');
    await press(panel, '#tab-kept');
    await press(panel, button('Keep this article'));
    await waitForText(panel, 'In “Old bridge at Aberford to close for nine weeks”: 2 articles');
    await waitForText(panel, 'Printed only here, of the 2 articles that are kept');

    const third = await tested.openHtml(herald);
    const compared = await openSurface(third, 'panel');
    await press(compared, '#tab-kept');
    const text = await waitForText(compared, 'another number');
    // The altered number first, both wordings, and who prints which.
    expect(text).toMatch(
      /again in twelve weeks.*another number · Aberford Daily.*Ember Weekly.*again in nine weeks/,
    );
    expect(text).toMatch(/It was safe when I crossed it.*Printed in none of the 2 articles/);
    expect(text).toMatch(
      /Quoted in kept articles, not on this page 2.*The ferry cannot carry.*Nobody asked the shops/,
    );
    expect(
      await compared.call(() =>
        [...document.querySelectorAll('.compared ins, .compared mark')].map((one) => one.textContent),
      ),
    ).toEqual(['twelve', 'nine']);
    expect(clicks).toBe(4);
    for (const surface of [first, second, third, popup, panel, compared]) expect(surface.errors).toEqual([]);
  });
});
