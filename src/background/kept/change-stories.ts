import { type ChangedKept, changeKept, type KeptChange } from '../../storage/kept-change.ts';
import type { StoredSummary } from '../../storage/kept-database.ts';
import { boundArticle, cutLine, cutText, maxNoteLength } from '../../stories/kept/bound-article.ts';
import {
  type ArticleCorrections,
  type KeptArticle,
  latestOf,
  type Story,
} from '../../stories/kept/kept-article.ts';
import { nameStory } from '../../stories/kept/name-story.ts';
import { notKept, summarise } from './describe-kept.ts';
import { makeStory } from './keep-article.ts';

type StoryChange = Partial<Pick<Story, 'title' | 'note' | 'isOn' | 'marksNames'>>;

/** @throws a `notKept` failure if the article is not kept any more; so do the others */
export function correctArticle(id: string, corrections: ArticleCorrections): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    const { article, summary } = await readKept(kept, id);
    const bounded = boundArticle({ ...latestOf(article), ...corrections });
    const given = Object.keys(corrections) as (keyof ArticleCorrections)[];
    const corrected = {
      ...article,
      corrections: Object.fromEntries(given.map((field) => [field, bounded[field]])),
    };
    await kept.putArticle(corrected, summarise(corrected, summary));
  });
}

export function noteArticle(id: string, note: string): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    const { article, summary } = await readKept(kept, id);
    await kept.putArticle({ ...article, note: cutText(note, maxNoteLength) }, summary);
  });
}

/**
 * @param to id of the story, null for a new one
 * @param title of the new one; without it, the first article's
 * @returns the story's id
 */
export function moveArticles(
  ids: readonly string[],
  to: string | null,
  title?: string,
): Promise<ChangedKept<string>> {
  return changeKept(async (kept) => {
    const story = to === null ? await startStory(kept, ids, title) : to;
    if ((await kept.readStory(story)) === undefined) throw notKept();
    await moveAll(kept, ids, story);
    return story;
  });
}

export function removeArticles(ids: readonly string[]): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    for (const id of ids) await kept.removeArticle(id);
  });
}

export function changeStory(id: string, change: StoryChange): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    const story = await kept.readStory(id);
    if (!story) throw notKept();
    const title = cutLine(change.title ?? story.title) || story.title;
    const note = cutText(change.note ?? story.note, maxNoteLength);
    await kept.putStory({ ...story, ...change, title, note });
  });
}

export function mergeStories(from: string, into: string): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    if (!(await kept.readStory(from)) || !(await kept.readStory(into))) throw notKept();
    if (from !== into) await moveAll(kept, await kept.listArticleIds(from), into);
  });
}

export function removeStory(id: string): Promise<ChangedKept<void>> {
  return changeKept(async (kept) => {
    for (const article of await kept.listArticleIds(id)) await kept.removeArticle(article);
  });
}

async function startStory(kept: KeptChange, ids: readonly string[], title = ''): Promise<string> {
  const [first] = ids;
  if (first === undefined) throw notKept();
  const { article, summary } = await readKept(kept, first);
  const story = makeStory(cutLine(title) || nameStory(latestOf(article)));
  const own = await kept.readStory(summary.story);
  // The call is made a second time, or would move all of a story into one of the same title.
  if (own?.title === story.title && (await hasExactly(kept, own.id, ids))) return own.id;
  await kept.putStory(story);
  return story.id;
}

async function hasExactly(kept: KeptChange, story: string, ids: readonly string[]): Promise<boolean> {
  const own = await kept.listArticleIds(story);
  return own.length === new Set(ids).size && own.every((id) => ids.includes(id));
}

async function moveAll(kept: KeptChange, ids: readonly string[], story: string): Promise<void> {
  for (const id of ids) {
    const { article, summary } = await readKept(kept, id);
    if (article.story !== story) await kept.putArticle({ ...article, story }, { ...summary, story });
  }
}

async function readKept(
  kept: KeptChange,
  id: string,
): Promise<{ article: KeptArticle; summary: StoredSummary }> {
  const [article, summary] = await Promise.all([kept.readArticle(id), kept.readSummary(id)]);
  if (!article || !summary) throw notKept();
  return { article, summary };
}
