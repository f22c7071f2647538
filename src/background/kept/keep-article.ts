import type { KeepOutcome } from '../../contracts/kept-calls.ts';
import { type ChangedKept, changeKept, type KeptChange } from '../../storage/kept-change.ts';
import type { StoredSummary } from '../../storage/kept-database.ts';
import { findKeptSummary, readKeptSummary, readStory } from '../../storage/kept-store.ts';
import { boundArticle } from '../../stories/kept/bound-article.ts';
import { compareVersions, type VersionChange } from '../../stories/kept/compare-versions.ts';
import type { KeptArticle, Story } from '../../stories/kept/kept-article.ts';
import { nameStory } from '../../stories/kept/name-story.ts';
import type { Article } from '../../stories/text/article.ts';
import { findKeptKey, makeKeptId, notKept, readTextFacts, summarise } from './describe-kept.ts';
import { proposeStories, type StoryProposal } from './propose-stories.ts';

type Kept = Extract<KeepOutcome, { obstacle: null }>;

const nothingNear: StoryProposal = { proposed: null, others: [] };

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
  const key = await findKeptKey(article);
  // What is kept already stays in its story: reading the whole text takes a while.
  const isKnown = (await findKeptSummary(key)) !== undefined;
  const facts = isKnown ? undefined : readTextFacts(article);
  const near = facts ? await proposeStories(article, facts.words) : nothingNear;
  const { result, stories } = await changeKept(async (kept): Promise<Stored> => {
    const known = await kept.findByKey(key);
    if (known) return addVersion(kept, known, article);
    const wanted = await findStory(kept, [story, near.proposed]);
    const id = makeKeptId();
    const chosen = wanted ?? makeStory(nameStory(article));
    if (!wanted) await kept.putStory(chosen);
    const versions = [{ keptAt: new Date().toISOString(), article }];
    const added = { id, story: chosen.id, kind, versions, corrections: {}, note: '' };
    await kept.putArticle(added, summarise(added, { ...(facts ?? readTextFacts(article)), key }));
    return { id, isUnchanged: false, changes: [], isNewStory: wanted === undefined };
  });
  const { id, ...outcome } = result;
  const summary = await readKeptSummary(id);
  if (!summary) throw notKept();
  const otherStories = await describeOthers(near, summary.story.id);
  return { result: { obstacle: null, kept: summary, ...outcome, otherStories }, stories };
}

async function describeOthers(
  { proposed, others }: StoryProposal,
  own: string,
): Promise<{ id: string; title: string }[]> {
  const ids = [proposed, ...others].filter((id) => id !== null && id !== own);
  const stories = await Promise.all(ids.map((id) => readStory(id as string)));
  return stories.flatMap((one) => (one ? [{ id: one.id, title: one.title }] : []));
}

async function addVersion(kept: KeptChange, { id, key }: StoredSummary, article: Article): Promise<Stored> {
  const former = await kept.readArticle(id);
  const last = former?.versions.at(-1);
  if (!former || !last) throw notKept();
  const changes = compareVersions(last.article, article);
  if (changes.length > 0) {
    const versions = [...former.versions, { keptAt: new Date().toISOString(), article }];
    const added = { ...former, versions };
    await kept.putArticle(added, summarise(added, { ...readTextFacts(article), key }));
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
