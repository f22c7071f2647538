import type { Pack } from '../../knowledge/pack-schema.ts';
import { keptPackId, keptStoryOf, refOf } from '../../knowledge/qualify-pack.ts';
import {
  type CompiledStories,
  compileStories,
  eraseStories,
  openStoryIndex,
  readCompiledStories,
  type StoryStatements,
  storiesVersion,
} from '../../matching/compile-stories.ts';
import { compileNames } from '../../matching/names/compile-names.ts';
import { namesOfPack } from '../../matching/names/names-of-pack.ts';
import type { OpenedStories } from '../../matching/page-matcher.ts';
import type { TopicChoice } from '../../settings/page-settings.ts';
import { storeCompiledStories } from '../../storage/kept-change.ts';
import type { StoredCompilation, StoredNames } from '../../storage/kept-database.ts';
import {
  listStories,
  readArticlesOfStory,
  readCompilation,
  readStory,
  readStoryNames,
} from '../../storage/kept-store.ts';
import { indexStory } from '../../stories/kept/index-story.ts';
import type { Story } from '../../stories/kept/kept-article.ts';
import { makeStoryPack, neutralTopicColor, topicId } from '../../stories/kept/make-story-pack.ts';

/** Statements up to which an index of what has changed lately is compiled again with each change: a fifth of a second. */
const maxRecentStatements = 2_000;
/** After so many what is compiled is stored, so that a background that is stopped need not begin again. */
const maxStatementsAtOnce = 10_000;
/** Packs of stories in memory: those of the cards and panels that are open. */
const maxPacks = 12;

type Stamped = Pick<Story, 'id' | 'stamp'>;

interface Compiled {
  readonly stories: ReadonlyMap<string, Story>;
  readonly settled: StoredCompilation;
  readonly recent: StoredCompilation;
  readonly names: readonly StoredNames[];
}

/**
 * The stories that the reader keeps, as packs and as indexes. The background is their only writer, so they are read once
 * and again after each change (`update`).
 */
export class KeptStories {
  readonly #onCompiled: () => void;
  #compiled: Promise<Compiled> | undefined;
  #opened: { readonly of: Compiled; readonly stories: OpenedStories } | undefined;
  #compiling: Promise<void> = Promise.resolve();
  /** By story and stamp, the most recently used last. */
  readonly #packs = new Map<string, Promise<Pack | undefined>>();

  /** @param onCompiled called when stories are served that were not before, or not any more */
  constructor(onCompiled: () => void) {
    this.#onCompiled = onCompiled;
  }

  /** Identifies what is served, empty for nothing: the same as long as no page is to be matched again. */
  async readRevision(): Promise<string> {
    const compiled = await this.#read();
    const isMissing = findMissing(compiled);
    const served = [...compiled.stories.values()].filter((story) => story.isOn && !isMissing(story));
    if (served.length === 0) return '';
    const described = served.map(({ id, stamp, marksNames: names }) => `${id} ${stamp} ${names}`).join();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(described));
    return `kept ${new Uint8Array(digest).join('.')}`;
  }

  /** Whether any story is marked on pages. */
  async isAnyOn(): Promise<boolean> {
    return [...(await this.#read()).stories.values()].some(({ isOn }) => isOn);
  }

  /** The stories whose names are marked, as topics. */
  async listTopics(): Promise<readonly TopicChoice[]> {
    const { stories } = await this.#read();
    return [...stories.values()].filter(marksNames).map(({ id }) => ({
      ref: refOf(keptPackId(id), topicId),
      color: neutralTopicColor,
      onByDefault: true,
    }));
  }

  /** Stories that have changed since they were last compiled are missing until `update` has compiled them. */
  async open(): Promise<OpenedStories> {
    const compiled = await this.#read();
    if (this.#opened?.of !== compiled) this.#opened = { of: compiled, stories: openCompiled(compiled) };
    return this.#opened.stories;
  }

  /** The pack of a story, switched on or not; undefined if `packId` is that of none. */
  async findPack(packId: string): Promise<Pack | undefined> {
    const id = keptStoryOf(packId);
    const story = id === undefined ? undefined : await readStory(id);
    if (!story) return undefined;
    const key = `${story.id} ${story.stamp} ${story.marksNames}`;
    const pack = this.#packs.get(key) ?? readPack(story).then(({ pack: read }) => read);
    this.#packs.delete(key);
    this.#packs.set(key, pack);
    pack.catch(() => this.#packs.delete(key));
    for (const oldest of this.#packs.keys()) {
      if (this.#packs.size <= maxPacks) break;
      this.#packs.delete(oldest);
    }
    return pack;
  }

  /**
   * Compiles the stories that have changed; call it after each change, and at the start: an earlier background may have
   * been stopped in between. Story by story, so that pages are answered meanwhile.
   */
  update(): Promise<void> {
    this.#compiled = undefined;
    const updated = this.#compiling.then(() => this.#compile());
    this.#compiling = updated.catch(() => undefined);
    return updated;
  }

  #read(): Promise<Compiled> {
    this.#compiled ??= readCompiled();
    this.#compiled.catch(() => {
      this.#compiled = undefined;
    });
    return this.#compiled;
  }

  async #compile(): Promise<void> {
    while (await this.#compileSome());
    this.#onCompiled();
  }

  /** @returns false if everything is compiled */
  async #compileSome(): Promise<boolean> {
    const compiled = await this.#read();
    const isOutdated = (story: Stamped) => !isCurrent(compiled, story);
    const isMissing = findMissing(compiled);
    const missing = [...compiled.stories.values()].filter((story) => story.isOn && isMissing(story));
    if (missing.length === 0 && ![...compiled.settled.stories, ...compiled.recent.stories].some(isOutdated))
      return false;
    const fresh: StoryStatements[] = [];
    const names: StoredNames[] = [];
    let count = 0;
    for (const story of missing) {
      const { pack, kept } = await readPack(story);
      fresh.push(indexStory(story, pack, kept));
      if (story.marksNames)
        names.push({
          id: story.id,
          stamp: story.stamp,
          entities: namesOfPack(pack),
          version: storiesVersion,
        });
      count += pack.statements.length;
      if (count > maxStatementsAtOnce) break;
      // Pages and cards are answered between two stories.
      await new Promise((resolve) => setTimeout(resolve));
    }
    await storeCompiledStories(addStories(compiled, fresh), names);
    this.#compiled = undefined;
    return true;
  }
}

function marksNames(story: Story): boolean {
  return story.isOn && story.marksNames;
}

async function readPack(story: Story) {
  const kept = await readArticlesOfStory(story.id);
  return { pack: makeStoryPack(story, kept), kept };
}

const nothing: StoredCompilation = { ...compileStories([]), version: storiesVersion };

async function readCompiled(): Promise<Compiled> {
  const [list, ...stored] = await Promise.all([
    listStories(),
    readCompilation('settled'),
    readCompilation('recent'),
  ]);
  const [settled = nothing, recent = nothing] = stored.map((one) =>
    one?.version === storiesVersion ? one : nothing,
  );
  const stories = new Map(list.map((story) => [story.id, story]));
  const names = await readStoryNames(list.filter(marksNames).map(({ id }) => id));
  return { stories, settled, recent, names: names.filter((one) => isCurrentName(stories, one)) };
}

function isCurrentName(stories: ReadonlyMap<string, Story>, { id, stamp, version }: StoredNames): boolean {
  return version === storiesVersion && stories.get(id)?.stamp === stamp;
}

function isCurrent({ stories }: Compiled, { id, stamp }: Stamped): boolean {
  return stories.get(id)?.stamp === stamp;
}

/** Whether something of a story is not compiled. */
function findMissing({ settled, recent, names }: Compiled): (story: Story) => boolean {
  const stampsOf = (list: readonly Stamped[]) => new Set(list.map(({ id, stamp }) => `${id} ${stamp}`));
  const compiled = stampsOf([...settled.stories, ...recent.stories]);
  const named = stampsOf(names);
  return ({ id, stamp, marksNames: wantsNames }) => {
    const own = `${id} ${stamp}`;
    return !compiled.has(own) || (wantsNames && !named.has(own));
  };
}

/**
 * The indexes with these stories added, to the recent ones, or, if these get too many, all to the settled. What is outdated
 * leaves both: nothing of an article that was removed may stay.
 */
function addStories(
  compiled: Compiled,
  fresh: readonly StoryStatements[],
): Partial<Record<'settled' | 'recent', StoredCompilation>> {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const isLeft = (story: Stamped) => isCurrent(compiled, story) && !isFresh.has(story.id);
  const recent = [...readCompiledStories(compiled.recent, isLeft), ...fresh];
  const store = (stories: CompiledStories): StoredCompilation => ({ ...stories, version: storiesVersion });
  const count = recent.reduce((sum, { statements }) => sum + statements.length, 0);
  if (count > maxRecentStatements) {
    const settled = [...readCompiledStories(compiled.settled, isLeft), ...recent];
    return { settled: store(compileStories(settled)), recent: nothing };
  }
  return {
    recent: store(compileStories(recent)),
    ...(!compiled.settled.stories.every(isLeft) && {
      settled: store(eraseStories(compiled.settled, (story) => !isLeft(story))),
    }),
  };
}

function openCompiled(compiled: Compiled): OpenedStories {
  const { stories, settled, recent, names } = compiled;
  const isShown = (story: Stamped) => isCurrent(compiled, story) && stories.get(story.id)?.isOn === true;
  const inRecent = new Set(recent.stories.filter(isShown).map(({ id }) => id));
  const opened = [
    openStoryIndex(recent, isShown),
    // Compiled twice if only its names were missing.
    openStoryIndex(settled, (story) => isShown(story) && !inRecent.has(story.id)),
  ].filter(({ statementCount }) => statementCount > 0);
  const entities = names.flatMap((ofStory) => ofStory.entities);
  return { names: entities.length > 0 ? compileNames(entities) : undefined, statements: opened };
}
