/** What a reader sees of each card without scrolling, on the pages of the articles that the built-in pack cites. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CardContent } from '../../../src/view-models/card-content.ts';
import { makeCardContent } from '../../../src/view-models/make-card-content.ts';
import { builtInPackFolder } from '../../../tools/pack-files/built-in-pack.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { makeArticleCards } from '../../../tools/states/article-cards.ts';
import type { DrawOptions } from '../../../tools/states/draw-card.ts';
import { serveStates } from '../../../tools/states/serve-states.ts';
import { readLabelledArticles } from '../../view-models/measure-panel-content.ts';
import { useExtension } from '../driving/start-extension.ts';
import { drawState, type StateWindow } from './drawn-state.ts';

/** In px: of most cards on a page. */
const size = { width: 400, height: 480 };

const { pack } = await loadPack(builtInPackFolder);
if (!pack) throw new Error('The built-in pack cannot be read.');
const articles = readLabelledArticles(pack);
if (!articles) console.warn('Left out: the five articles are not in ../shared.');

/** The outlets whose words can be read whole without scrolling. Runs in the page. */
function listVisibleOutlets(): string[] {
  const root = (globalThis as unknown as StateWindow).cardRoot;
  const edge = root?.querySelector('.body')?.getBoundingClientRect().bottom ?? 0;
  const rows = [...(root?.querySelectorAll('.front-row') ?? [])].filter((row) => {
    const words = [...row.querySelectorAll('.quoted')].flatMap((quoted) => [...quoted.getClientRects()]);
    return words.length > 0 && words.every(({ bottom }) => bottom <= edge + 0.5);
  });
  return [...new Set(rows.map((row) => row.querySelector('.outlet')?.textContent ?? ''))];
}

/** What is cut off, or cannot be scrolled to. Runs in the page. */
function listCutOff(): string[] {
  const root = (globalThis as unknown as StateWindow).cardRoot;
  const body = root?.querySelector('.body');
  if (!body) return ['there is no card'];
  const parts = [...body.querySelectorAll<HTMLElement>('.front-row > div, .since, h3, p')];
  return parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map(({ className }) => className);
}

/** Whether independent outlets have words on the card at all: more than it has, no front can show. */
function hasTwoOutlets({ positions, statements, facts }: CardContent): boolean {
  const sources = [
    ...positions.flatMap((claim) => claim.positions.filter(({ evidence }) => evidence.length > 0)),
    ...statements.flatMap(({ wordings }) => wordings),
    ...facts.flatMap(({ cites }) => cites.filter(({ quote }) => quote !== undefined)),
  ].flatMap(({ source }) => (source.rewordedFrom === undefined ? [source.firstOutlet ?? source.outlet] : []));
  return new Set(sources).size > 1;
}

describe('the first screens of cards in chromium', () => {
  const tested = useExtension('chromium');
  let address: string;
  let page: Page;
  beforeAll(async () => {
    address = await serveStates(tested.server);
    ({ page } = await tested.extension.openPage(address));
  });

  async function draw(content: CardContent, options: Partial<DrawOptions> = {}): Promise<void> {
    const request = { textOnPage: content.title, pageDate: '2020-06-10' };
    await drawState(
      page,
      address,
      { name: content.ref, content, request },
      { theme: 'light', size, ...options },
    );
  }

  /** The titles of the cards whose first screen has the words of fewer than two outlets. */
  async function findPoor(
    cards: readonly CardContent[],
    options: Partial<DrawOptions> = {},
  ): Promise<string[]> {
    const poor: string[] = [];
    for (const content of cards) {
      await draw(content, options);
      if ((await page.evaluate(listVisibleOutlets)).length < 2) poor.push(content.title);
    }
    return poor;
  }

  test.skipIf(!articles).each([
    { file: '003', outlet: 'VentureBeat', source: 'venturebeat-amazon-2020' },
    { file: '001', outlet: 'Axios', source: 'axios-amazon-2020-late' },
    { file: '002', outlet: 'Benzinga', source: 'benzinga-amazon-2020' },
  ])(
    'on the $outlet article nine in ten cards that have them show the words of two outlets',
    async ({ file, outlet, source }) => {
      const article = articles?.find(({ name }) => name.startsWith(file));
      const { url = 'https://article.example/' } = pack.sources.find(({ id }) => id === source) ?? {};
      const cards = makeArticleCards(pack, { address: url, date: '2020-06-10', text: article?.text ?? '' });
      expect(cards.every((card) => card.page?.source?.outlet === outlet && !card.page.isReprint)).toBe(true);
      const able = cards.filter(hasTwoOutlets);
      const poor = await findPoor(able);
      console.info(
        `${outlet}: ${able.length - poor.length} of ${cards.length} cards; not ${poor.join(', ')}`,
      );
      expect(able.length).toBeGreaterThan(10);
      expect(poor.length).toBeLessThanOrEqual(able.length / 10);
    },
  );

  test('of all cards, read on a page that says nothing, four in five that have them show them', async () => {
    const cards = pack.entities.flatMap(({ id }) => makeCardContent(pack, 'entity', id) ?? []);
    const able = cards.filter(hasTwoOutlets);
    const poor = await findPoor(able);
    console.info(`all: ${able.length - poor.length} of ${able.length}; not ${poor.join(', ')}`);
    expect(poor.length).toBeLessThanOrEqual(able.length / 5);
  });

  test('in German, and with text twice as large, nothing is cut', async () => {
    const cards = pack.entities.slice(0, 40).flatMap(({ id }) => makeCardContent(pack, 'entity', id) ?? []);
    for (const content of cards) {
      await draw(content, { language: 'de' });
      expect([content.title, await page.evaluate(listCutOff)]).toEqual([content.title, []]);
      await draw(content, { textScale: 2 });
      expect([content.title, await page.evaluate(listCutOff)]).toEqual([content.title, []]);
    }
  });
});
