import type { PageComparison } from '../../contracts/kept-calls.ts';
import { countKept, findKeptSummary, readArticlesOfStory, readStory } from '../../storage/kept-store.ts';
import { areEditions, type StatedArticle } from '../../stories/drafts/is-same-article.ts';
import { boundArticle } from '../../stories/kept/bound-article.ts';
import { findCharacteristicWords } from '../../stories/kept/characteristic-words.ts';
import { latestOf, type Story } from '../../stories/kept/kept-article.ts';
import { type ComparedArticle, compareWithKept } from '../../view-models/stories/compare-with-kept.ts';
import { findKeptKey } from './describe-kept.ts';
import { proposeStories } from './propose-stories.ts';
import { type ArticleReader, readTabArticle } from './read-tab-article.ts';

/** Of a larger story, so many articles that were kept last: all of it would keep other calls waiting. */
const maxCompared = 40;

/**
 * Compares the article on the page in a tab with the other articles of its story: the one in which it is kept, or else
 * the nearest. Null if there is no article, or Sidelight may not read it.
 */
export async function comparePage(tabId: number, reader: ArticleReader): Promise<PageComparison | null> {
  const reading = await readTabArticle(tabId, reader);
  if (reading.obstacle !== null) return null;
  const { articles: keptCount } = await countKept();
  const nothing = {
    ...{ story: null, articleCount: 0, storyCount: 0, keptCount, isKept: false },
    ...{ quotations: [], elsewhere: [] },
  };
  if (keptCount === 0) return nothing;
  // The same article as would be kept, so that what is found here is found in the story, too.
  const article = boundArticle(reading.article);
  const own = await findKeptSummary(await findKeptKey(article), article);
  const near = own?.story.id ?? (await proposeStories(article, findCharacteristicWords(article))).proposed;
  const story = near === null ? undefined : await readStory(near);
  if (!story) return nothing;
  const { stated, articles } = await readCompared(story);
  const isOther = (one: StatedArticle & { id: string }) => one.id !== own?.id && !areEditions(one, article);
  const others = articles.filter((one) => isOther({ id: one.id, ...one.article })).slice(-maxCompared);
  return {
    ...compareWithKept(article, others),
    story: { id: story.id, title: story.title },
    articleCount: others.length,
    storyCount: stated.filter(isOther).length,
    keptCount,
    isKept: own !== undefined,
  };
}

interface ComparedStory {
  /** Of each article, the edition kept last. */
  readonly stated: readonly (StatedArticle & { readonly id: string })[];
  /** Those of them that were kept last. */
  readonly articles: readonly ComparedArticle[];
}

/** The story that was compared last: its quotations are found once, until it changes. */
let latest: (ComparedStory & { readonly stamp: string }) | undefined;

/** Call it when what is kept has changed: nothing of an article that was removed may stay in memory. */
export function forgetCompared(): void {
  latest = undefined;
}

async function readCompared({ id, stamp }: Story): Promise<ComparedStory> {
  if (latest?.stamp === stamp) return latest;
  const distinct: ComparedArticle[] = [];
  for (const kept of (await readArticlesOfStory(id)).toReversed()) {
    const article = latestOf(kept);
    if (!distinct.some((later) => areEditions(later.article, article)))
      distinct.push({ id: kept.id, article });
  }
  distinct.reverse();
  latest = {
    stamp,
    stated: distinct.map(({ id: one, article: { outlet, title, address } }) => ({
      id: one,
      outlet,
      title,
      address,
    })),
    // One more than are compared: the page itself may be among them.
    articles: distinct.slice(-maxCompared - 1),
  };
  return latest;
}
