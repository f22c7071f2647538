import { beforeEach, expect, test } from 'vitest';
import { describeText, makeKeptId, summarise } from '../../src/background/kept/describe-kept.ts';
import { keepArticle } from '../../src/background/kept/keep-article.ts';
import { storeCompiledStories, undoKeptChange } from '../../src/storage/kept-change.ts';
import {
  countKept,
  listKeptSummaries,
  listStories,
  readKeptArticle,
  readKeptArticles,
  readKeptIds,
  readStoryNames,
} from '../../src/storage/kept-store.ts';
import { addKept, type FiledArticle, removeAllKept, replaceKept } from '../../src/storage/restore-kept.ts';
import type { KeptArticle } from '../../src/stories/kept/kept-article.ts';
import { clearKept, makeArticle } from '../background/kept/kept-browser.ts';

const describer = { describeText, makeKeptId, summarise };
const bridge = makeArticle('Bridge', 'The bridge will close. “We will close it,” said Ines Falk.');
const ferry = makeArticle('Ferry', 'The ferry sails. “We can carry three hundred,” said Ada Holm.');

beforeEach(clearKept);

/** Everything that is kept, as a file has it. */
async function read() {
  const articles = await readKeptArticles(await readKeptIds());
  const stories = (await listStories()).map(({ stamp: _stamp, ...story }) => story);
  return { stories, articles };
}

async function file(articles: readonly KeptArticle[]): Promise<FiledArticle[]> {
  return Promise.all(
    articles.map(async (article) => {
      const latest = article.versions.at(-1);
      if (!latest) throw new RangeError('no version');
      return { article, facts: await describeText(latest.article) };
    }),
  );
}

/** The moment after everything before. */
async function nextMs(): Promise<number> {
  const now = Date.now();
  while (Date.now() <= now) await Promise.resolve();
  return Date.now();
}

test('what was kept comes back from a file after everything was removed, to the letter', async () => {
  const { result } = await keepArticle(bridge, 'page');
  await keepArticle({ ...bridge, text: `${bridge.text} It is rusted.` }, 'page');
  await keepArticle(ferry, 'page');
  await keepArticle({ ...makeArticle('A letter', 'Dear all. We close.'), address: '' }, 'file');
  const before = await read();
  const summaries = await listKeptSummaries();
  expect(before.articles).toHaveLength(3);
  const removed = await removeAllKept();
  expect(removed.toSorted()).toEqual(before.stories.map(({ id }) => id).toSorted());
  expect(await countKept()).toEqual({ articles: 0, stories: 0 });

  const changed = await addKept(before.stories, await file(before.articles), describer);
  expect(changed.toSorted()).toEqual(removed.toSorted());
  expect(await read()).toEqual(before);
  expect(await listKeptSummaries()).toEqual(summaries);
  expect((await readKeptArticle(result.kept.id))?.versions).toHaveLength(2);
  // Adding the same again changes nothing.
  const stamps = (await listStories()).map(({ stamp }) => stamp);
  await addKept(before.stories, await file(before.articles), describer);
  expect((await listStories()).map(({ stamp }) => stamp)).toEqual(stamps);
});

test('the names of the stories go with them, whether all is removed or an earlier state restored', async () => {
  const { result } = await keepArticle(bridge, 'page');
  const { id } = result.kept.story;
  const storeNames = () =>
    storeCompiledStories({}, [{ id, stamp: 's', entities: [], version: '1' }]).then(() =>
      readStoryNames([id]),
    );
  expect(await storeNames()).toHaveLength(1);
  await replaceKept([], [], await nextMs(), describer);
  expect(await readStoryNames([id])).toEqual([]);
  const { result: again } = await keepArticle(bridge, 'page');
  await storeCompiledStories({}, [{ id: again.kept.story.id, stamp: 's', entities: [], version: '1' }]);
  await removeAllKept();
  expect(await readStoryNames([again.kept.story.id])).toEqual([]);
});

test('articles of one address come back as what they are: added, and restored', async () => {
  const speech = 'Trams of the town stop on both sides of the river from Monday, says the mayor of Aberford.';
  const frost =
    'Growers in the valley have lost most of their apples to a frost that came in the first week of May.';
  const address = 'https://www.wendherald.example/app';
  await keepArticle({ ...makeArticle('Trams', speech), address }, 'page');
  const { result } = await keepArticle({ ...makeArticle('Frost', frost), address }, 'page');
  const before = await read();
  expect(before.articles).toHaveLength(2);
  const filed = await file(before.articles);
  await addKept(before.stories, filed, describer);
  expect(await read()).toEqual(before);
  await removeAllKept();
  await addKept(before.stories, filed, describer);
  expect(await read()).toEqual(before);

  const since = await nextMs();
  const longer = { ...makeArticle('Frost', `${frost} Prices will rise.`), address };
  while (Date.now() <= since) await Promise.resolve();
  await keepArticle(longer, 'page');
  await replaceKept(before.stories, filed, since, describer);
  expect((await readKeptArticle(result.kept.id))?.versions).toHaveLength(2);
  expect(await countKept()).toMatchObject({ articles: 2 });
  expect((await keepArticle(longer, 'page')).result).toMatchObject({ isUnchanged: true });
});

test('an article that is kept here under another id gets the versions of the file, and stays in its story', async () => {
  const { result: elsewhere } = await keepArticle(bridge, 'page');
  const other = await read();
  await removeAllKept();
  await nextMs();
  const { result: here } = await keepArticle({ ...bridge, text: `${bridge.text} It is rusted.` }, 'page');
  const [filed] = await file(other.articles);
  if (!filed) throw new Error('nothing was kept');
  const article = { ...filed.article, note: 'Mine', corrections: { outlet: 'Post' } };
  await addKept(other.stories, [{ ...filed, article }], describer);
  expect(here.kept.id).not.toBe(elsewhere.kept.id);
  const { articles, stories } = await read();
  expect(stories.map(({ id }) => id)).toEqual([here.kept.story.id]);
  expect(articles).toMatchObject([{ id: here.kept.id, note: 'Mine', corrections: { outlet: 'Post' } }]);
  expect(articles[0]?.versions.map(({ article: { text } }) => text)).toEqual([
    bridge.text,
    `${bridge.text} It is rusted.`,
  ]);
  expect(await listKeptSummaries()).toMatchObject([{ outlet: 'Post', versionCount: 2 }]);
  // An import is a change that can be undone.
  await undoKeptChange();
  expect((await read()).articles[0]?.versions).toHaveLength(1);
});

test('of another article with the same id both stay', async () => {
  const { result } = await keepArticle(bridge, 'page');
  const { stories } = await read();
  const [kept] = (await read()).articles;
  if (!kept) throw new Error('nothing was kept');
  const version = { keptAt: '2026-03-04T10:00:00.000Z', article: ferry };
  await addKept(stories, await file([{ ...kept, versions: [version] }]), describer);
  const { articles } = await read();
  expect(articles.map(({ versions }) => versions[0]?.article.title).toSorted()).toEqual(['Bridge', 'Ferry']);
  expect(articles.some(({ id }) => id === result.kept.id)).toBe(true);
});

test('restoring brings back what was, takes out what an import has added, and leaves what was kept since', async () => {
  await keepArticle(bridge, 'page');
  const before = await read();
  const atMs = await nextMs();
  // An import adds an article that was kept long ago.
  const old = { keptAt: '2020-06-11T10:00:00.000Z', article: makeArticle('Old', 'An old text.') };
  const [kept] = before.articles;
  if (!kept) throw new Error('nothing was kept');
  const added: KeptArticle = { ...kept, id: '00000000000000aa', story: '00000000000000bb', versions: [old] };
  const [story] = before.stories;
  if (!story) throw new Error('no story');
  await addKept([{ ...story, id: added.story, title: 'Old story' }], await file([added]), describer);
  // The reader goes on.
  await nextMs();
  const { result: since } = await keepArticle(ferry, 'page');
  const { result: again } = await keepArticle({ ...bridge, text: `${bridge.text} It is rusted.` }, 'page');
  expect(await countKept()).toEqual({ articles: 3, stories: 3 });

  await replaceKept(before.stories, await file(before.articles), atMs, describer);
  const { articles, stories } = await read();
  expect(articles.map(({ id }) => id).toSorted()).toEqual([again.kept.id, since.kept.id].toSorted());
  expect(articles.find(({ id }) => id === again.kept.id)?.versions).toHaveLength(2);
  expect(stories.map(({ title }) => title).toSorted()).toEqual(['Bridge', 'Ferry']);
  expect((await listKeptSummaries()).map(({ story: of }) => of.title).toSorted()).toEqual([
    'Bridge',
    'Ferry',
  ]);
});

test('a page that was kept again after a reset is one article after restoring', async () => {
  const { result: first } = await keepArticle(bridge, 'page');
  const before = await read();
  const atMs = await nextMs();
  await removeAllKept();
  await nextMs();
  await keepArticle({ ...bridge, text: `${bridge.text} It is rusted.` }, 'page');
  await replaceKept(before.stories, await file(before.articles), atMs, describer);
  const { articles } = await read();
  expect(articles).toMatchObject([{ id: first.kept.id, story: first.kept.story.id }]);
  expect(articles[0]?.versions).toHaveLength(2);
});
