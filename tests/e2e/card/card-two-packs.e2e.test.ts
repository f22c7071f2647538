/** A card with a second pack enabled: what is marked in it, and the links to other cards, with back and forward. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { retryOnce } from '../driving/retry-once.ts';
import { useExtension } from '../driving/start-extension.ts';
import { importPack, switchPack, writePack } from '../packs/packs-section.ts';

const article = `<main><article><h1>Down the river</h1>
  <p>They rowed to Skerry at dawn. The Skerry Pilots' Guild came, too.</p></article></main>`;
const said = 'Skerry is nobody’s. The Skerry Pilots’ Guild knows Skerry.';

/** The island, and the woman who speaks of it. Its statement names the other pack's guild. */
function makeIslandPack(): Pack {
  const pack = makeTinyPack('islands', ['Skerry', 'Ada Rill']);
  const wording = {
    source: 'gazette',
    part: 1,
    text: said,
    start: 0,
    end: said.length,
    openMark: '“',
    closeMark: '”',
  };
  return {
    ...pack,
    statements: [
      {
        id: 'nobody',
        speaker: { entity: 'ada-rill', text: 'Ada Rill' },
        about: ['skerry'],
        sentences: said.split(/(?<=\.) /),
        wordings: [wording],
      },
    ],
  };
}

/** The guild. One of its sources prints words that name the other pack's island. */
function makeGuildPack(): Pack {
  const pack = makeTinyPack('guilds', ["Skerry Pilots' Guild"]);
  const quote = 'The Skerry Pilots’ Guild met on Skerry.';
  return {
    ...pack,
    entities: pack.entities.map((entity) => ({
      ...entity,
      id: 'guild',
      facts: [{ text: 'Its pilots met.', cites: [{ source: 'gazette', quote }] }],
    })),
  };
}

const readTitle = (page: DrivenPage) =>
  page.callInCard((root) => root.querySelector('h2')?.textContent ?? '', []);
const waitForTitle = (page: DrivenPage, title: string) =>
  waitFor(
    `the card of ${title}`,
    () => readTitle(page),
    (shown) => shown === title,
  );
const readMarked = (page: DrivenPage) =>
  page.callInCard((root) => [...root.querySelectorAll('mark')].map((mark) => mark.textContent), []);

const waitForMarked = (page: DrivenPage, names: readonly string[]) =>
  waitFor(
    `the marked names ${names.join(', ')}`,
    () => readMarked(page),
    (marked) => JSON.stringify(marked) === JSON.stringify(names),
  );

async function openCardOf(page: DrivenPage, mark: string, title = mark): Promise<void> {
  await page.page.bringToFront();
  await page.clickMark(mark);
  await waitForTitle(page, title);
  await page.waitForStillCard();
}

describe.each(browserNames)('a card with two packs beside the built-in one, in %s,', (name) => {
  const tested = useExtension(name);
  let options: DrivenPage;
  beforeAll(() =>
    retryOnce(async () => {
      options = await tested.extension.openExtensionPage('src/entrypoints/options.html');
      await importPack(options, writePack('islands', makeIslandPack()), 'The pack islands');
      await importPack(options, writePack('guilds', makeGuildPack()), 'The pack guilds');
    }),
  );

  test('marks its own names in what is quoted, and leaves the other pack’s longer name alone, both ways round', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark("Skerry Pilots' Guild");
    await openCardOf(page, 'Skerry');
    await page.clickInCard('[data-section="quotes"]');
    await waitForMarked(page, ['Skerry', 'Skerry']);
    await page.press('Escape');
    await page.waitForNoCard();
    await openCardOf(page, "Skerry Pilots' Guild");
    await page.clickInCard('[data-section="facts"]');
    const unfold = () =>
      page.callInCard((root) => {
        for (const details of root.querySelectorAll('details')) details.open = true;
        return root.querySelector('.card')?.textContent?.includes('met on Skerry') ?? false;
      }, []);
    await waitFor('its quotation', unfold, (isShown) => isShown === true);
    expect(await readMarked(page)).toEqual(['Skerry Pilots’ Guild']);
    expect(page.errors).toEqual([]);
  });

  test('leads to the speaker, back and forward, by mouse and by key, and a click on the page starts over', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark("Skerry Pilots' Guild");
    await openCardOf(page, 'Skerry');
    await page.clickInCard('[data-section="quotes"]');
    await page.clickInCard('.lead');
    await waitForTitle(page, 'Ada Rill');
    await page.clickInCard('.card-nav button');
    await waitForTitle(page, 'Skerry');
    await waitForMarked(page, ['Skerry', 'Skerry']);
    await page.page.keyboard.down('Alt');
    await page.press('ArrowRight');
    await waitForTitle(page, 'Ada Rill');
    await page.press('ArrowLeft');
    await waitForTitle(page, 'Skerry');
    await page.page.keyboard.up('Alt');
    await page.press('Escape');
    await page.waitForNoCard();

    await openCardOf(page, "Skerry Pilots' Guild");
    expect(await page.callInCard((root) => root.querySelectorAll('.card-nav').length, [])).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('marks its name inside the longer one, too, once the pack that knows the longer one is off', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark("Skerry Pilots' Guild");
    await switchPack(options, 'guilds', false);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.length === 1 && marks[0]?.text === 'Skerry');
    await openCardOf(page, 'Skerry');
    await page.clickInCard('[data-section="quotes"]');
    await waitForMarked(page, ['Skerry', 'Skerry', 'Skerry']);
    expect(options.errors).toEqual([]);
  });
});
