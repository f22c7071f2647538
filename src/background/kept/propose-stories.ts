import { findByWords, readKeptArticles, sampleKeptArticles } from '../../storage/kept-store.ts';
import { findNearestStories } from '../../stories/find-nearest-stories.ts';
import { type KeptArticle, latestOf } from '../../stories/kept/kept-article.ts';
import type { Article } from '../../stories/text/article.ts';

/** How many kept articles are compared in full because they share the rarest words: the one on the same event is among the first. */
const maxWithRarest = 4;
/** And because they share the most words: those of a large story, in which its own words are not rare. */
const maxWithMost = 2;
/** A word that characterises more articles than these tells little, and reading all of them would take long. */
const maxHolders = 1_000;
/** How many more show which words are rare. */
const maxSampled = 40;
/** A few kept articles do not show which words are rare, as in `findNearestStories`. */
const priorArticles = 20;

/** Ids of stories that an article may belong to, the nearest first. */
export interface StoryProposal {
  /** The story to put it in; null if none is near enough. */
  readonly proposed: string | null;
  readonly others: readonly string[];
}

/**
 * Proposes stories for an article. Of thousands of kept articles it reads only those that share the most, and the
 * rarest, of its characteristic words.
 * @param words its characteristic words
 */
export async function proposeStories(article: Article, words: readonly string[]): Promise<StoryProposal> {
  const [candidates, others] = await Promise.all([
    findCandidates(words).then(readKeptArticles),
    readSample(),
  ]);
  const byStory = groupByStory(candidates);
  const stories = [...byStory.keys()];
  const near = findNearestStories(
    article,
    [...byStory.values()].map((articles) => articles.map(latestOf)),
    others,
  );
  const ids = near.map(({ story }) => stories[story] as string);
  return near[0]?.isProposed
    ? { proposed: ids[0] ?? null, others: ids.slice(1) }
    : { proposed: null, others: ids };
}

function groupByStory(articles: readonly KeptArticle[]): Map<string, KeptArticle[]> {
  const byStory = new Map<string, KeptArticle[]>();
  for (const article of articles) {
    const others = byStory.get(article.story);
    if (others) others.push(article);
    else byStory.set(article.story, [article]);
  }
  return byStory;
}

let sample: readonly Article[] = [];

/** Call it when what is kept has changed: nothing of an article that was removed may stay in memory. */
export function forgetSample(): void {
  sample = [];
}

/** Some kept articles, by which rare words are told from common ones. Read again once there are more. */
async function readSample(): Promise<readonly Article[]> {
  if (sample.length < maxSampled) sample = (await sampleKeptArticles(maxSampled)).map(latestOf);
  return sample;
}

/** The articles that share the rarest of the words, and the most. A word with too many holders finds none. */
async function findCandidates(words: readonly string[]): Promise<string[]> {
  const { articleCount, holders } = await findByWords(words, maxHolders + 1);
  const shared = new Map<string, { id: string; score: number; count: number }>();
  for (const ids of holders) {
    if (ids.length > maxHolders) continue;
    const rarity = Math.log((articleCount + priorArticles + 1) / (ids.length + 0.9));
    for (const id of ids) {
      const known = shared.get(id) ?? { id, score: 0, count: 0 };
      shared.set(id, { id, score: known.score + rarity ** 2, count: known.count + 1 });
    }
  }
  const byRarity = [...shared.values()].sort((a, b) => b.score - a.score);
  const withRarest = byRarity.slice(0, maxWithRarest);
  const withMost = byRarity.slice(maxWithRarest).sort((a, b) => b.count - a.count);
  return [...withRarest, ...withMost.slice(0, maxWithMost)].map(({ id }) => id);
}
