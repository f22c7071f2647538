import { beforeEach, expect, test, vi } from 'vitest';
import { openKeptDatabase, type StoredSummary } from '../../../src/storage/kept-database.ts';
import { findCharacteristicWords } from '../../../src/stories/kept/characteristic-words.ts';
import type { KeptArticle } from '../../../src/stories/kept/kept-article.ts';
import { clearKept, makeArticle, tabs } from './kept-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./kept-browser.ts')).keptBrowser }));
const { proposeStories } = await import('../../../src/background/kept/propose-stories.ts');
const { keepArticle } = await import('../../../src/background/kept/keep-article.ts');
const { serveKept } = await import('../../../src/background/kept/serve-kept.ts');

const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const reader = { script: 'article.js', name: 'reader', run: () => undefined };
const serve = () =>
  serveKept(
    reader,
    () => '',
    () => undefined,
  ).calls;

const bridge = makeArticle(
  'Aberford closes its old bridge',
  'Ann Lee told the council of Aberford that trams could no longer cross the Wend. “We will close the old bridge on Monday because two cables have rusted,” the mayor said.',
);

beforeEach(clearKept);

/** Only with what proposing reads. */
async function store(count: number, words: readonly string[]): Promise<void> {
  const { result } = await keepArticle(bridge, 'page');
  const { kept } = result;
  const database = await openKeptDatabase();
  const article = (await database.get('articles', kept.id)) as KeptArticle;
  const summary = (await database.get('summaries', kept.id)) as StoredSummary;
  await database.delete('articles', kept.id);
  await database.delete('summaries', kept.id);
  const { store: articles } = database.transaction('articles', 'readwrite');
  await Promise.all(idsOf(Math.min(count, 50)).map((id) => articles.put({ ...article, id })));
  const { store: summaries } = database.transaction('summaries', 'readwrite');
  await Promise.all(idsOf(count).map((id) => summaries.put({ ...summary, id, key: id, words })));
}

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => n.toString(16).padStart(16, '0'));

test('articles that share nothing but a word of very many are not candidates', async () => {
  await store(1_000, ['bridge']);
  expect((await proposeStories(bridge, ['bridge'])).proposed).not.toBeNull();
  await clearKept();
  await store(1_001, ['bridge']);
  expect(await proposeStories(bridge, ['bridge'])).toEqual({ proposed: null, others: [] });
});

test('texts of kept articles stay in memory only until what is kept changes', async () => {
  await store(50, findCharacteristicWords(bridge));
  tabs.set(1, { article: { ...bridge, address: 'https://news.example/1' } });
  const calls = serve();
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const compare = async () => {
    read.mockClear();
    readAll.mockClear();
    await calls.compareWithKept(surface, { tabId: 1 });
    const ofArticles = (spy: typeof read | typeof readAll) =>
      spy.mock.contexts.filter((context) => (context as IDBObjectStore).name === 'articles').length;
    return { articles: ofArticles(read), samples: ofArticles(readAll) };
  };
  // Whatever another test has left.
  await calls.announceStories(surface, { stories: ['f'.repeat(16)] });
  const first = await compare();
  const again = await compare();
  expect(again.articles).toBeLessThan(first.articles);
  expect(again.samples).toBeLessThan(first.samples);
  await calls.announceStories(surface, { stories: ['f'.repeat(16)] });
  expect(await compare()).toEqual(first);
  read.mockRestore();
  readAll.mockRestore();
});
