import type { KeepOutcome } from '../../contracts/kept-calls.ts';
import { type ChangedKept, changeKept, type KeptChange } from '../../storage/kept-change.ts';
import type { StoredSummary } from '../../storage/kept-database.ts';
import { listStories, readKeptSummary } from '../../storage/kept-store.ts';
import { boundArticle } from '../../stories/kept/bound-article.ts';
import { compareVersions, type VersionChange } from '../../stories/kept/compare-versions.ts';
import type { KeptArticle, Story } from '../../stories/kept/kept-article.ts';
import type { Article } from '../../stories/text/article.ts';
import { type ArticleFacts, describeText, makeKeptId, notKept, summarise } from './describe-kept.ts';
import { proposeStories } from './propose-stories.ts';

type Kept = Extract<KeepOutcome, { obstacle: null }>;

interface Stored {
  readonly id: string;
  readonly isUnchanged: boolean;
  readonly changes: readonly VersionChange[];
  readonly isNewStory: boolean;
}

/**
 * Keeps an article, in the story `story`, or else in the one that it belongs to, or in a new one. An article that is
 * kept already stays where it is, and gets a new version if it has changed.
 * @param given untrusted
 * @throws a `noRoomForKept` failure; nothing is changed then
 */
export async function keepArticle(
  given: Article,
  kind: KeptArticle['kind'],
  story?: string,
): Promise<ChangedKept<Kept>> {
  const article = boundArticle(given);
  const facts = await describeText(article);
  const { proposed, others } = await proposeStories(article, facts.words);
  const { result, stories } = await changeKept(async (kept): Promise<Stored> => {
    const known = await kept.findByKey(facts.key);
    if (known) return addVersion(kept, known, article, facts);
    const wanted = await findStory(kept, [story, proposed]);
    const id = makeKeptId();
    const chosen = wanted ?? makeStory(article.title);
    if (!wanted) await kept.putStory(chosen);
    const versions = [{ keptAt: new Date().toISOString(), article }];
    const added = { id, story: chosen.id, kind, versions, corrections: {}, note: '' };
    await kept.putArticle(added, summarise(added, facts));
    return { id, isUnchanged: false, changes: [], isNewStory: wanted === undefined };
  });
  const { id, ...outcome } = result;
  const summary = await readKeptSummary(id);
  if (!summary) throw notKept();
  const titles = new Map((await listStories()).map((one) => [one.id, one.title]));
  const near = proposed === null ? others : [proposed, ...others];
  const otherStories = near.flatMap((one) => {
    const title = titles.get(one);
    return title === undefined || one === summary.story.id ? [] : [{ id: one, title }];
  });
  return { result: { obstacle: null, kept: summary, ...outcome, otherStories }, stories };
}

async function addVersion(
  kept: KeptChange,
  { id }: StoredSummary,
  article: Article,
  facts: ArticleFacts,
): Promise<Stored> {
  const former = await kept.readArticle(id);
  const last = former?.versions.at(-1);
  if (!former || !last) throw notKept();
  const changes = compareVersions(last.article, article);
  if (changes.length > 0) {
    const versions = [...former.versions, { keptAt: new Date().toISOString(), article }];
    const added = { ...former, versions };
    await kept.putArticle(added, summarise(added, facts));
  }
  return { id, isUnchanged: changes.length === 0, changes, isNewStory: false };
}

async function findStory(
  kept: KeptChange,
  ids: readonly (string | null | undefined)[],
): Promise<Story | undefined> {
  for (const id of ids) {
    const story = id == null ? undefined : await kept.readStory(id);
    if (story) return story;
  }
  return undefined;
}

export function makeStory(title: string): Story {
  return {
    id: makeKeptId(),
    title,
    createdAt: new Date().toISOString(),
    isOn: true,
    marksNames: false,
    note: '',
    stamp: crypto.randomUUID(),
  };
}
