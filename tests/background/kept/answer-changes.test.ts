import { beforeEach, expect, test, vi } from 'vitest';
import { serveKept } from '../../../src/background/kept/serve-kept.ts';
import { countKept, listKeptSummaries, listStories, readStory } from '../../../src/storage/kept-store.ts';
import { watchKept } from '../../../src/storage/watch-kept.ts';
import { readStory as readFiledStory } from '../../../src/stories/kept/read-kept.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { clearKept, makeArticle, tabs } from './kept-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./kept-browser.ts')).keptBrowser,
}));

const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const changed = vi.fn();
const wake = () =>
  serveKept({ script: 'article.js', name: 'reader', run: () => undefined }, () => '', changed).calls;
const bridge = makeArticle('Bridge', 'The Old Bridge of Aberford will close on Monday.');
const orchard = makeArticle(
  'Frost',
  'Growers in the Marl Valley have lost most of their apples to a late frost.',
);

async function keep(article: Article) {
  const outcome = await wake().keepText(surface, { article, kind: 'file' });
  if (outcome.obstacle !== null) throw new Error(outcome.obstacle);
  return outcome;
}

beforeEach(clearKept);

test('each change is announced, also one that changes nothing', async () => {
  const { kept } = await keep(bridge);
  const closing = new AbortController();
  const announced: (readonly string[])[] = [];
  const said = new Promise<void>((resolve) => {
    watchKept((stories) => {
      announced.push(stories);
      if (announced.length === 2) resolve();
    }, closing.signal);
  });
  changed.mockClear();
  await wake().moveArticles(surface, { ids: [kept.id], to: kept.story.id });
  await wake().noteArticle(surface, { id: kept.id, note: 'N' });
  await said;
  closing.abort();
  expect(announced).toEqual([[], [kept.story.id]]);
  expect(changed).toHaveBeenCalledExactlyOnceWith([kept.story.id]);
});

test('the story of an article without a title has one, so that what is kept can be exported and read again', async () => {
  const calls = wake();
  const { kept } = await keep({ ...bridge, title: '' });
  expect(kept.story.title).toBe(bridge.outlet);
  const file = { ...orchard, title: '', outlet: '', address: '' };
  const outcome = await calls.keepText(surface, { article: file, kind: 'file' });
  expect(outcome).toMatchObject({ kept: { story: { title: expect.stringMatching(/^Growers in the /) } } });
  const moved = await calls.moveArticles(surface, { ids: [kept.id], to: null });
  expect((await readStory(moved))?.title).toBe(bridge.outlet);
  for (const { stamp: _stamp, ...story } of await listStories()) expect(readFiledStory(story)).toEqual(story);
  // As an earlier version has stored it.
  const { stamp: _stamp, ...story } = { ...(await readStory(moved)), title: '' };
  expect(readFiledStory(story)).toEqual(story);
});

test('a story without articles is none', async () => {
  const { kept } = await keep(bridge);
  await wake().removeArticles(surface, { ids: [kept.id] });
  expect(await countKept()).toEqual({ articles: 0, stories: 0 });
});

test('the title of a story is trimmed, and never empty', async () => {
  const { kept } = await keep(bridge);
  const { id } = kept.story;
  await wake().changeStory(surface, { id, change: { title: '  The bridge ' } });
  await wake().changeStory(surface, { id, change: { title: ' \n ' } });
  expect(await readStory(id)).toMatchObject({ title: 'The bridge' });
});

test('corrections take the place of what the article says of itself, until they are taken back', async () => {
  const { kept } = await keep(bridge);
  const { id } = kept;
  const calls = wake();
  await calls.correctArticle(surface, {
    id,
    corrections: { title: '  Bridge\n closed ', authors: ['Bo Ray'] },
  });
  expect(await listKeptSummaries()).toMatchObject([{ title: 'Bridge closed', authors: ['Bo Ray'] }]);
  expect(await keep(bridge)).toMatchObject({ isUnchanged: true, kept: { title: 'Bridge closed' } });
  expect(await keep(bridge)).toMatchObject({ isUnchanged: true, kept: { title: 'Bridge closed' } });
  await calls.correctArticle(surface, { id, corrections: {} });
  expect(await listKeptSummaries()).toMatchObject([{ title: bridge.title, authors: [] }]);
});

test('nothing is kept of a text in a private window', async () => {
  tabs.set(7, { article: null, incognito: true });
  const library = { ...surface, place: { tabId: 7, frameId: 0 } };
  const outcome = await wake().keepText(library, { article: orchard, kind: 'text' });
  expect(outcome).toEqual({ obstacle: 'private', title: orchard.title });
  expect(await countKept()).toEqual({ articles: 0, stories: 0 });
});
