/** Popup and side panel count alike: two numbers for one thing would have the reader look for what is missing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const demonstration = readFileSync(new URL('../../../assets/demo/article.html', import.meta.url), 'utf8');
const quotation =
  '“We hope this one-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready to help if requested,” the company said.';
const filler = 'The agency said on Wednesday that it would look at every one of the tests once more. '.repeat(
  4,
);
const announcement =
  'Amazon announced a one-year moratorium on police use of Rekognition, its facial recognition software.';

/** Several kinds of pages; each with how many quotations and names must be found at least, so that something is. */
const pages: readonly [string, string, { quotations: number; names: number }][] = [
  ['a story with boilerplate around it', demonstration, { quotations: 1, names: 8 }],
  [
    'a quotation printed twice, and names outside the article',
    `<header><p>ACLU news</p></header><article><h1>Faces</h1><p>${announcement} ${filler}</p><p>${quotation}</p>
     <p>${filler}</p><p>Once more: ${quotation}</p></article><footer><p>${filler} Gender Shades, ICE.</p></footer>`,
    { quotations: 1, names: 2 },
  ],
  [
    'an article in a frame',
    `<p>Above it, Gender Shades.</p><iframe width="700" height="500" srcdoc="${`<article><p>${announcement} ${filler}</p><p>${quotation}</p></article>`.replaceAll('"', '&quot;')}"></iframe>`,
    { quotations: 1, names: 3 },
  ],
  [
    'names that are not marked without a story',
    `<article><p>${filler} Congress met, and Amazon opened an office beside that of Microsoft.</p></article>`,
    { quotations: 0, names: 2 },
  ],
];

interface Counts {
  readonly quotations: number;
  readonly names: number;
  readonly elsewhere: number;
}

/** Runs in a surface: the numbers of its headings or tabs; undefined until there are any. */
function readCounts(): Counts | undefined {
  const text = document.querySelector('main')?.textContent ?? '';
  const isPanel = document.querySelector('[role=tablist]') !== null;
  if (!isPanel && document.querySelector('.findings') === null) return undefined;
  const find = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  return {
    quotations: find(isPanel ? /Quotes (\d+)/ : /Quotations on this page (\d+)/),
    names: find(isPanel ? /Names (\d+)/ : /Names on this page (\d+)/),
    elsewhere: find(/Others report, not found here (\d+)/),
  };
}

describe.each(browserNames)('popup and side panel in %s', (browser) => {
  const tested = useExtension(browser);

  async function openSurfaces(page: DrivenPage): Promise<readonly [DrivenPage, DrivenPage]> {
    const tabId = await tested.extension.findTabId(page);
    return [
      await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`),
      await tested.openSurface(`src/entrypoints/panel.html?tab=${tabId}`),
    ];
  }

  /** The counts that both give, once they are as wanted. */
  async function waitForBoth(
    surfaces: readonly [DrivenPage, DrivenPage],
    isWanted: (counts: Counts) => boolean,
  ): Promise<Counts> {
    const read = () => Promise.all(surfaces.map((surface) => surface.call(readCounts)));
    const [popup, panel] = await waitFor('the counts of both', read, (both) =>
      both.every((counts) => counts !== undefined && isWanted(counts)),
    );
    expect(popup).toEqual(panel);
    return popup as Counts;
  }

  test.each(pages)('count alike: %s', async (_what, html, atLeast) => {
    const page = await tested.openHtml(html);
    const surfaces = await openSurfaces(page);
    // Frames are read when they are shown.
    await page.page.bringToFront();
    await waitForBoth(
      surfaces,
      ({ quotations, names }) => quotations >= atLeast.quotations && names >= atLeast.names,
    );
  });

  test('count alike while the page changes, even where no mark does', async () => {
    const page = await tested.openHtml(`<article><p>${announcement} ${filler}</p></article>`);
    await page.waitForMarks();
    const surfaces = await openSurfaces(page);
    await page.page.bringToFront();
    const before = await waitForBoth(surfaces, ({ elsewhere }) => elsewhere > 0);
    const add = (words: string) =>
      page.call((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        document.querySelector('article')?.append(paragraph);
      }, words);
    await add(`Joy Buolamwini and Timnit Gebru wrote Gender Shades. ${filler}`);
    const named = await waitForBoth(surfaces, ({ names }) => names > before.names);
    await add(quotation);
    await waitForBoth(surfaces, ({ quotations }) => quotations === 1);
    // A claim in words that name nothing.
    await add('An unknown number of police departments had been using it.');
    await waitForBoth(surfaces, ({ elsewhere }) => elsewhere < named.elsewhere);
    await page.call(() => document.querySelector('article')?.replaceChildren('It rained.'));
    await waitFor(
      'both to say that there is nothing',
      () => Promise.all(surfaces.map((surface) => surface.call(() => document.body.textContent ?? ''))),
      (texts) => texts.every((text) => text.includes('mentions nothing')),
    );
    for (const surface of [page, ...surfaces]) expect(surface.errors).toEqual([]);
  });
});
