import type { KeepOutcome } from '../../contracts/kept-calls.ts';
import type { KeptPlace } from '../../storage/find-place.ts';
import { type ChangedKept, changeKept, type KeptChange } from '../../storage/kept-change.ts';
import { findKeptSummary, readKeptSummary, readStory } from '../../storage/kept-store.ts';
import { boundArticle } from '../../stories/kept/bound-article.ts';
import { compareVersions, type VersionChange } from '../../stories/kept/compare-versions.ts';
import type { KeptArticle, KeptVersion, Story } from '../../stories/kept/kept-article.ts';
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
 * kept already stays where it is, and gets a new version if it has changed; one that only states the address of another is
 * none (`isSameArticle`).
 * @param given untrusted
 * @throws a `noRoomForKept` failure; nothing is changed then
 */
export async function keepArticle(
  given: Article,
  kind: KeptArticle['kind'],
  story?: string,
): Promise<ChangedKept<Kept>> {
  const article = boundArticle(given);
  const address = await findKeptKey(article);
  // What is kept already stays in its story: reading the whole text takes a while.
  const isKnown = (await findKeptSummary(address, article)) !== undefined;
  const facts = isKnown ? undefined : readTextFacts(article);
  const near = facts ? await proposeStories(article, facts.words) : nothingNear;
  const { result, stories } = await changeKept(async (kept): Promise<Stored> => {
    const version = { keptAt: new Date().toISOString(), article };
    const { key, known } = await kept.findPlace(address, [version]);
    if (known) return addVersion(kept, known, version);
    const wanted = await findStory(kept, [story, near.proposed]);
    const id = makeKeptId();
    const chosen = wanted ?? makeStory(nameStory(article));
    if (!wanted) await kept.putStory(chosen);
    const added = { id, story: chosen.id, kind, versions: [version], corrections: {}, note: '' };
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

async function addVersion(
  kept: KeptChange,
  { key, article: former }: NonNullable<KeptPlace['known']>,
  version: KeptVersion,
): Promise<Stored> {
  const last = former.versions.at(-1);
  if (!last) throw notKept();
  const changes = compareVersions(last.article, version.article);
  if (changes.length > 0) {
    const added = { ...former, versions: [...former.versions, version] };
    await kept.putArticle(added, summarise(added, { ...readTextFacts(version.article), key }));
  }
  return { id: former.id, isUnchanged: changes.length === 0, changes, isNewStory: false };
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
