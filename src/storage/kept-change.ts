import type { IDBPTransaction } from 'idb';
import { FailureError } from '../settings/failure.ts';
import type { KeptArticle, Story } from '../stories/kept/kept-article.ts';
import { completeTransaction } from './complete-transaction.ts';
import { findPlace, type KeptPlace } from './find-place.ts';
import {
  type KeptDatabase,
  type KeptUndo,
  openKeptDatabase,
  type StoredCompilation,
  type StoredNames,
  type StoredSummary,
} from './kept-database.ts';

const stores = ['articles', 'summaries', 'stories', 'compiled', 'names', 'undo'] as const;
type KeptTransaction = IDBPTransaction<KeptDatabase, (typeof stores)[number][], 'readwrite'>;

/** The result of a change, and the ids of the stories that it has changed, made or removed. */
export interface ChangedKept<Result> {
  readonly result: Result;
  readonly stories: readonly string[];
}

/**
 * Changes what is kept, in one transaction: after a failure or crash, either all of it is stored or nothing has
 * changed. Stories that are left without articles are removed. What was replaced is stored with it, for `undoKept`.
 * For the background only.
 * @param work may await nothing but the methods of its argument, or the transaction ends
 * @throws a `noRoomForKept` failure if there is no space for it
 */
export async function changeKept<Result>(
  work: (kept: KeptChange) => Promise<Result>,
): Promise<ChangedKept<Result>> {
  return writeKept(async (transaction) => {
    const kept = new KeptChange(transaction);
    const result = await work(kept);
    return { result, stories: await kept.finish() };
  });
}

/**
 * Undoes the latest change.
 * @returns the ids of the stories that it has changed
 * @throws a `nothingToBringBack` failure if there is none, `noRoomForKept` if there is no space
 */
export async function undoKeptChange(): Promise<readonly string[]> {
  return writeKept(async (transaction) => {
    const undo = await transaction.objectStore('undo').get('latest');
    if (undo === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
    // Removed first: two articles never have the same key, not even for a moment.
    for (const { id } of undo.articles) {
      await transaction.objectStore('articles').delete(id);
      await transaction.objectStore('summaries').delete(id);
    }
    for (const { before } of undo.articles) {
      if (before === undefined) continue;
      await transaction.objectStore('articles').put(before.article);
      await transaction.objectStore('summaries').put(before.summary);
    }
    for (const { id, before } of undo.stories) {
      if (before === undefined) await transaction.objectStore('stories').delete(id);
      else await transaction.objectStore('stories').put({ ...before, stamp: crypto.randomUUID() });
    }
    await transaction.objectStore('undo').delete('latest');
    return undo.stories.map(({ id }) => id);
  });
}

/** Deletes what the latest change has replaced: it cannot be undone any more. */
export async function forgetKeptChange(): Promise<void> {
  await writeKept((transaction) => transaction.objectStore('undo').clear());
}

/** Stores what was compiled of stories; a key without a value stays as it is. Names of stories that are gone are removed. */
export async function storeCompiledStories(
  compiled: Readonly<Partial<Record<'settled' | 'recent', StoredCompilation>>>,
  names: readonly StoredNames[] = [],
): Promise<void> {
  await writeKept(async (transaction) => {
    for (const key of ['settled', 'recent'] as const)
      if (compiled[key]) await transaction.objectStore('compiled').put(compiled[key], key);
    for (const ofStory of names) await transaction.objectStore('names').put(ofStory);
    const stories = new Set(await transaction.objectStore('stories').getAllKeys());
    for (const id of await transaction.objectStore('names').getAllKeys())
      if (!stories.has(id)) await transaction.objectStore('names').delete(id);
  });
}

/** What one change may read and write. */
export class KeptChange {
  readonly #transaction: KeptTransaction;
  readonly #articlesBefore = new Map<string, KeptUndo['articles'][number]['before']>();
  readonly #storiesBefore = new Map<string, Story | undefined>();
  /** Stories whose title, note or articles have changed. */
  readonly #changed = new Set<string>();

  constructor(transaction: KeptTransaction) {
    this.#transaction = transaction;
  }

  findPlace(address: string, versions: KeptArticle['versions']): Promise<KeptPlace> {
    return findPlace(
      {
        list: (keys) => this.#transaction.objectStore('summaries').index('address').getAll(keys),
        read: (id) => this.readArticle(id),
      },
      address,
      versions,
    );
  }

  readArticle(id: string): Promise<KeptArticle | undefined> {
    return this.#transaction.objectStore('articles').get(id);
  }

  readSummary(id: string): Promise<StoredSummary | undefined> {
    return this.#transaction.objectStore('summaries').get(id);
  }

  readStory(id: string): Promise<Story | undefined> {
    return this.#transaction.objectStore('stories').get(id);
  }

  listArticleIds(story: string): Promise<string[]> {
    return this.#transaction.objectStore('summaries').index('story').getAllKeys(story);
  }

  countArticles(story: string): Promise<number> {
    return this.#transaction.objectStore('summaries').index('story').count(story);
  }

  async putArticle(article: KeptArticle, summary: StoredSummary): Promise<void> {
    await this.#noteArticle(article.id);
    this.#changed.add(article.story);
    await this.#transaction.objectStore('articles').put(article);
    await this.#transaction.objectStore('summaries').put(summary);
  }

  /** Does nothing if it is not kept any more. */
  async removeArticle(id: string): Promise<void> {
    if (!(await this.readSummary(id))) return;
    await this.#noteArticle(id);
    await this.#transaction.objectStore('articles').delete(id);
    await this.#transaction.objectStore('summaries').delete(id);
  }

  async putStory(story: Story): Promise<void> {
    const before = await this.#noteStory(story.id);
    if (story.title !== before?.title || story.note !== before.note) this.#changed.add(story.id);
    await this.#transaction.objectStore('stories').put(story);
  }

  /**
   * Removes stories without articles, gives the changed ones a new stamp, and stores what was replaced. A call that is
   * made a second time has changed nothing: the first one can still be undone.
   */
  async finish(): Promise<readonly string[]> {
    if (!(await this.#hasChanged())) return [];
    for (const id of this.#changed) {
      await this.#noteStory(id);
      const story = await this.readStory(id);
      const articleCount = await this.countArticles(id);
      if (articleCount === 0) await this.#transaction.objectStore('stories').delete(id);
      else if (story)
        await this.#transaction.objectStore('stories').put({ ...story, stamp: crypto.randomUUID() });
    }
    const undo: KeptUndo = {
      articles: [...this.#articlesBefore].map(([id, before]) => ({ id, before })),
      stories: [...this.#storiesBefore].map(([id, before]) => ({ id, before })),
    };
    if (undo.articles.length + undo.stories.length > 0)
      await this.#transaction.objectStore('undo').put(undo, 'latest');
    return [...this.#storiesBefore.keys()];
  }

  async #hasChanged(): Promise<boolean> {
    for (const [id, before] of this.#articlesBefore) {
      const now = { article: await this.readArticle(id), summary: await this.readSummary(id) };
      if (JSON.stringify(now) !== JSON.stringify({ ...before })) return true;
    }
    for (const [id, before] of this.#storiesBefore)
      if (JSON.stringify(await this.readStory(id)) !== JSON.stringify(before)) return true;
    return false;
  }

  async #noteArticle(id: string): Promise<void> {
    if (this.#articlesBefore.has(id)) return;
    const [article, summary] = await Promise.all([this.readArticle(id), this.readSummary(id)]);
    this.#articlesBefore.set(id, article && summary && { article, summary });
    if (article) this.#changed.add(article.story);
  }

  async #noteStory(id: string): Promise<Story | undefined> {
    if (!this.#storiesBefore.has(id)) this.#storiesBefore.set(id, await this.readStory(id));
    return this.#storiesBefore.get(id);
  }
}

/**
 * One transaction over everything that is kept: all of it is stored, or nothing has changed.
 * @throws a `noRoomForKept` failure if there is no space for it
 */
export async function writeKept<Result>(
  work: (transaction: KeptTransaction) => Promise<Result>,
): Promise<Result> {
  // `strict`: resolves only once data is on the disk, so that a crash right after "kept" does not undo it.
  const transaction: KeptTransaction = (await openKeptDatabase()).transaction([...stores], 'readwrite', {
    durability: 'strict',
  });
  return completeTransaction(
    transaction,
    work,
    (options) => new FailureError({ code: 'noRoomForKept', values: {} }, options),
  );
}
