import type { KeptSummary } from '../contracts/kept-calls.ts';
import type { KeptArticle, KeptVersion, Story } from '../stories/kept/kept-article.ts';
import { findPlace } from './find-place.ts';
import {
  openKeptDatabase,
  type StoredCompilation,
  type StoredNames,
  type StoredSummary,
} from './kept-database.ts';

/** Reads what the reader has kept, in any context of the extension. Only the background changes it (`kept-change.ts`). */

/** All kept articles without their texts, the latest kept first. */
export async function listKeptSummaries(): Promise<KeptSummary[]> {
  const transaction = (await openKeptDatabase()).transaction(['summaries', 'stories']);
  const [summaries, stories] = await Promise.all([
    transaction.objectStore('summaries').getAll(),
    transaction.objectStore('stories').getAll(),
  ]);
  return joinStories(summaries, stories).sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

/** All stories, the newest first. */
export async function listStories(): Promise<Story[]> {
  const stories = await (await openKeptDatabase()).getAll('stories');
  return stories.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

export async function readStory(id: string): Promise<Story | undefined> {
  return (await openKeptDatabase()).get('stories', id);
}

export async function readKeptArticle(id: string): Promise<KeptArticle | undefined> {
  return (await openKeptDatabase()).get('articles', id);
}

/** Ids of all kept articles, sorted. */
export async function readKeptIds(): Promise<string[]> {
  return (await openKeptDatabase()).getAllKeys('summaries');
}

/** In the order of `ids`, without those that are not kept any more. */
export async function readKeptArticles(ids: readonly string[]): Promise<KeptArticle[]> {
  const articles = (await openKeptDatabase()).transaction('articles').store;
  const found = await Promise.all(ids.map((id) => articles.get(id)));
  return found.filter((article) => article !== undefined);
}

/** Any `count` articles: ids are random, and so are the first of them. */
export async function sampleKeptArticles(count: number): Promise<KeptArticle[]> {
  return (await openKeptDatabase()).getAll('articles', undefined, count);
}

/** The articles of a story, all of one moment, oldest first. */
export async function readArticlesOfStory(story: string): Promise<KeptArticle[]> {
  const transaction = (await openKeptDatabase()).transaction(['summaries', 'articles']);
  const ids = await transaction.objectStore('summaries').index('story').getAllKeys(story);
  const found = await Promise.all(ids.map((id) => transaction.objectStore('articles').get(id)));
  return found
    .filter((article) => article !== undefined)
    .sort((a, b) => (keptFirst(a) < keptFirst(b) ? -1 : 1));
}

/**
 * What is kept of an article.
 * @param address its key (`findKeptKey`)
 */
export async function findKeptSummary(
  address: string,
  article: KeptVersion['article'],
): Promise<KeptSummary | undefined> {
  const transaction = (await openKeptDatabase()).transaction(['summaries', 'articles']);
  const { known } = await findPlace(
    {
      list: (keys) => transaction.objectStore('summaries').index('address').getAll(keys),
      read: (id) => transaction.objectStore('articles').get(id),
    },
    address,
    [{ keptAt: '', article }],
  );
  return known && readKeptSummary(known.summary.id);
}

export async function readKeptSummary(id: string): Promise<KeptSummary | undefined> {
  const transaction = (await openKeptDatabase()).transaction(['summaries', 'stories']);
  const summaries = transaction.objectStore('summaries');
  const summary = await summaries.get(id);
  if (summary === undefined) return undefined;
  const [story, articleCount] = await Promise.all([
    transaction.objectStore('stories').get(summary.story),
    summaries.index('story').count(summary.story),
  ]);
  return describeSummary(summary, story, articleCount);
}

export async function countKept(): Promise<{ articles: number; stories: number }> {
  const transaction = (await openKeptDatabase()).transaction(['summaries', 'stories']);
  const [articles, stories] = await Promise.all([
    transaction.objectStore('summaries').count(),
    transaction.objectStore('stories').count(),
  ]);
  return { articles, stories };
}

/** Whether there is a change that can be undone. */
export async function canUndoKept(): Promise<boolean> {
  return (await (await openKeptDatabase()).count('undo')) > 0;
}

/** How many articles are kept, and for each word the ids of those that it characterises, at most `maxHolders`. */
export async function findByWords(
  words: readonly string[],
  maxHolders: number,
): Promise<{ articleCount: number; holders: string[][] }> {
  const summaries = (await openKeptDatabase()).transaction('summaries').store;
  const index = summaries.index('word');
  const [articleCount, ...holders] = await Promise.all([
    summaries.count(),
    ...words.map((word) => index.getAllKeys(word, maxHolders)),
  ]);
  return { articleCount, holders };
}

export async function readCompilation(key: 'settled' | 'recent'): Promise<StoredCompilation | undefined> {
  return (await openKeptDatabase()).get('compiled', key);
}

/** The names of these stories, without those that are not compiled. */
export async function readStoryNames(ids: readonly string[]): Promise<StoredNames[]> {
  const names = (await openKeptDatabase()).transaction('names').store;
  const found = await Promise.all(ids.map((id) => names.get(id)));
  return found.filter((one) => one !== undefined);
}

function joinStories(summaries: readonly StoredSummary[], stories: readonly Story[]): KeptSummary[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const counts = new Map<string, number>();
  for (const { story } of summaries) counts.set(story, (counts.get(story) ?? 0) + 1);
  return summaries.map((summary) =>
    describeSummary(summary, byId.get(summary.story), counts.get(summary.story) ?? 0),
  );
}

function describeSummary(
  { key: _key, words: _words, story: id, ...shown }: StoredSummary,
  story: Story | undefined,
  articleCount: number,
): KeptSummary {
  return { ...shown, story: { id, title: story?.title ?? '', articleCount } };
}

function keptFirst({ versions }: KeptArticle): string {
  return versions[0]?.keptAt ?? '';
}
