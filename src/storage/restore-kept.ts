import type { KeptArticle, Story } from '../stories/kept/kept-article.ts';
import { mergeArticles } from '../stories/kept/merge-articles.ts';
import { addressOfKey, type PlacedArticle, placeArticle } from '../stories/kept/place-article.ts';
import { changeKept, writeKept } from './kept-change.ts';
import type { StoredSummary } from './kept-database.ts';

/** What of a summary takes reading the article's latest version. */
type ArticleFacts = Pick<StoredSummary, 'key' | 'wordCount' | 'quotationCount' | 'words'>;

/** A kept article that comes from a file. */
export interface FiledArticle {
  readonly article: KeptArticle;
  readonly facts: ArticleFacts;
}

/** How the background describes and names what it keeps (`background/kept/describe-kept.ts`). */
export interface KeptDescriber {
  describeText(article: KeptArticle['versions'][number]['article']): Promise<ArticleFacts>;
  summarise(article: KeptArticle, facts: ArticleFacts): StoredSummary;
  makeKeptId(): string;
}

type FiledStory = Omit<Story, 'stamp'>;

/**
 * Adds stories and articles from a file, all or nothing. A story that is here stays as it is. An article that is kept
 * here already, by its address, gets the versions that only the file has, and stays in its story.
 * @returns the ids of the stories that have changed
 * @throws a `noRoomForKept` failure; nothing is changed then
 */
export async function addKept(
  stories: readonly FiledStory[],
  articles: readonly FiledArticle[],
  { summarise, makeKeptId }: KeptDescriber,
): Promise<readonly string[]> {
  const { stories: changed } = await changeKept(async (kept) => {
    for (const story of stories)
      if (!(await kept.readStory(story.id))) await kept.putStory({ ...story, stamp: '' });
    for (const { article, facts } of articles) {
      const { key, known } = await kept.findPlace(facts.key, article.versions);
      if (known) {
        const { article: here, summary } = known;
        const merged = mergeArticles(here, article);
        if (JSON.stringify(merged) === JSON.stringify(here)) continue;
        await kept.putArticle(
          merged,
          summarise(merged, isLatestOf(article, merged) ? { ...facts, key } : summary),
        );
      } else {
        const isTaken = (await kept.readSummary(article.id)) !== undefined;
        const added = isTaken ? { ...article, id: makeKeptId() } : article;
        await kept.putArticle(added, summarise(added, { ...facts, key }));
      }
    }
  });
  return changed;
}

/**
 * Restores what was kept at a time, all or nothing. What has been kept since stays, and so do newer versions.
 * @param sinceMs that time
 * @returns the ids of all stories before and after
 * @throws a `noRoomForKept` failure; nothing is changed then
 */
export async function replaceKept(
  stories: readonly FiledStory[],
  articles: readonly FiledArticle[],
  sinceMs: number,
  { summarise }: KeptDescriber,
): Promise<readonly string[]> {
  const since = new Date(sinceMs).toISOString();
  return writeKept(async (transaction) => {
    const stored = {
      articles: transaction.objectStore('articles'),
      summaries: transaction.objectStore('summaries'),
      stories: transaction.objectStore('stories'),
    };
    const [articlesNow, summariesNow, storiesNow] = await Promise.all([
      stored.articles.getAll(),
      stored.summaries.getAll(),
      stored.stories.getAll(),
    ]);
    const summaryOf = new Map(summariesNow.map((summary) => [summary.id, summary]));
    const restored = new RestoredArticles();
    for (const filed of articles) restored.add(filed);
    for (const article of articlesNow) {
      const facts = summaryOf.get(article.id);
      const versions = article.versions.filter(({ keptAt }) => keptAt > since);
      if (facts && versions.length > 0) restored.add({ article: { ...article, versions }, facts });
    }
    const needed = new Set(restored.all.map(({ article }) => article.story));
    const byId = new Map<string, FiledStory>([...storiesNow, ...stories].map((story) => [story.id, story]));
    for (const store of ['articles', 'summaries', 'stories', 'names', 'undo'] as const)
      await transaction.objectStore(store).clear();
    for (const id of needed) {
      const story = byId.get(id);
      if (story) await stored.stories.put({ ...story, stamp: crypto.randomUUID() });
    }
    for (const { article, facts } of restored.all) {
      await stored.articles.put(article);
      await stored.summaries.put(summarise(article, facts));
    }
    return [...byId.keys()];
  });
}

/** Articles from a file, and versions that are newer than it. */
class RestoredArticles {
  readonly #byAddress = new Map<string, (FiledArticle & PlacedArticle)[]>();

  get all(): readonly FiledArticle[] {
    return [...this.#byAddress.values()].flat();
  }

  /** @param filed whose last version is newer than what was added before */
  add({ article, facts }: FiledArticle): void {
    const address = addressOfKey(facts.key);
    const kept = this.#byAddress.get(address) ?? [];
    this.#byAddress.set(address, kept);
    const { key, known } = placeArticle(address, article.versions, kept);
    const merged = known ? mergeArticles(known.article, article) : article;
    const placed = { key, article: merged, facts: { ...facts, key } };
    if (known) kept[kept.indexOf(known)] = placed;
    else kept.push(placed);
  }
}

/** Removes everything that is kept. @returns the ids of the stories */
export async function removeAllKept(): Promise<readonly string[]> {
  return writeKept(async (transaction) => {
    const stories = await transaction.objectStore('stories').getAllKeys();
    for (const store of ['articles', 'summaries', 'stories', 'compiled', 'names', 'undo'] as const)
      await transaction.objectStore(store).clear();
    return stories;
  });
}

function isLatestOf({ versions }: KeptArticle, merged: KeptArticle): boolean {
  return versions.at(-1)?.keptAt === merged.versions.at(-1)?.keptAt;
}
