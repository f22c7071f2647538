import { readWords } from '../matching/quotations/read-words.ts';
import { quoteArticles } from './quote-articles.ts';
import type { Article } from './text/article.ts';
import { scoreOf } from './utterances/is-same-utterance.ts';

/** How near an article is to a story. */
export interface StoryNearness {
  /** Number of the story. */
  readonly story: number;
  /** From 0, nothing in common, to 1. */
  readonly nearness: number;
  /** Quotations that it shares with an article of the story; counted only where words leave doubt. */
  readonly sharedQuotations: number;
  /** Whether it is near enough to be proposed; at most one story is, for one article. */
  readonly isProposed: boolean;
}

/** Measured on 60 events: see docs/stories.md. */
const minProposedNearness = 0.3;
/** Stories that are less near are not searched for quotations. */
const minNearness = 0.15;
/** A name says more about an article's subject than another word. */
const nameWeight = 2;
/** The share of the distance that remains if a quotation is shared. */
const quotedDistance = 0.8;
/** A shared quotation with a lower score may be a common phrase. */
const minQuotationScore = 10;
/**
 * A few kept articles do not show which words are rare: the counts start as if this many others were kept,
 * each with every word at this frequency.
 */
const priorArticles = 20;
const priorFrequency = 0.02;

/**
 * How near an article is to each story: by the rare words that it shares with the nearest of the story's
 * articles, names weighted higher, and, where these leave doubt, by shared quotations. Nearest first.
 * @param stories the articles of each story, without the article itself
 * @param others more kept articles, which show how rare words are; for callers that compare only a few stories
 */
export function findNearestStories(
  article: Article,
  stories: readonly (readonly Article[])[],
  others: readonly Article[] = [],
): StoryNearness[] {
  const own = wordsOf(article);
  const words = stories.map((articles) => articles.map(wordsOf));
  const weightOf = weighByRarity([...words.flat(), ...others.map(wordsOf)]);
  const found = words.map((articles, story) => {
    const nearest = Math.max(0, ...articles.map((other) => cosine(own, other, weightOf)));
    const isDoubtful = nearest >= minNearness && nearest < minProposedNearness;
    const sharedQuotations = isDoubtful ? countShared(article, stories[story] ?? []) : 0;
    return {
      story,
      nearness: sharedQuotations > 0 ? 1 - (1 - nearest) * quotedDistance : nearest,
      sharedQuotations,
    };
  });
  return found
    .sort((x, y) => y.nearness - x.nearness || x.story - y.story)
    .map((one, i) => ({ ...one, isProposed: i === 0 && one.nearness >= minProposedNearness }));
}

type WordCounts = ReadonlyMap<string, number>;

/** Each kept article is counted once, not for each article that is compared. */
const counted = new WeakMap<Article, WordCounts>();

function wordsOf(article: Article): WordCounts {
  const words = counted.get(article) ?? countWords(article);
  counted.set(article, words);
  return words;
}

function countWords({ title, text }: Article): WordCounts {
  const counts = new Map<string, number>();
  for (const { stem, isContent, isCapital, opensSentence } of readWords(`${title}\n\n${text}`)) {
    if (!isContent || stem.length < 3) continue;
    counts.set(stem, (counts.get(stem) ?? 0) + (isCapital && !opensSentence ? nameWeight : 1));
  }
  return counts;
}

function weighByRarity(articles: readonly WordCounts[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const words of articles)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const all = articles.length + priorArticles + 1;
  return (word) => Math.log(all / ((holders.get(word) ?? 0) + priorArticles * priorFrequency + 0.5));
}

/** The cosine between the word counts of two articles, each word weighted by its rarity. */
function cosine(a: WordCounts, b: WordCounts, weightOf: (word: string) => number): number {
  let product = 0;
  for (const [word, count] of a) {
    const other = b.get(word);
    if (other !== undefined) product += Math.log1p(count) * Math.log1p(other) * weightOf(word) ** 2;
  }
  const length = lengthOf(a, weightOf) * lengthOf(b, weightOf);
  return length === 0 ? 0 : product / length;
}

function lengthOf(words: WordCounts, weightOf: (word: string) => number): number {
  let sum = 0;
  for (const [word, count] of words) sum += (Math.log1p(count) * weightOf(word)) ** 2;
  return Math.sqrt(sum);
}

function countShared(article: Article, story: readonly Article[]): number {
  const { quotations, utterances } = quoteArticles([article, ...story]);
  const isShared = (quotation: number) => quotations[quotation]?.article === 0;
  return utterances.filter(({ pairs }) =>
    pairs.some((pair) => isShared(pair.a) && scoreOf(pair) >= minQuotationScore),
  ).length;
}
