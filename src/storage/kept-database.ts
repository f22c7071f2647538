import type { DBSchema } from 'idb';
import type { KeptSummary } from '../contracts/kept-calls.ts';
import type { CompiledStories, StoryNames } from '../matching/compile-stories.ts';
import type { KeptArticle, Story } from '../stories/kept/kept-article.ts';
import { openOnce } from './open-once.ts';

/** What lists show of a kept article, and what finds it again; can be read without its text. */
export interface StoredSummary extends Omit<KeptSummary, 'story'> {
  /** Id of its story. */
  readonly story: string;
  /** By what the same page is recognised (`findKeptKey`), with a number if it has several articles. No two have the same. */
  readonly key: string;
  /** The words that distinguish it from other articles (`stories/kept/characteristic-words.ts`). */
  readonly words: readonly string[];
}

/** With the version of the formats (`storiesVersion`). */
export type StoredCompilation = CompiledStories & { readonly version: string };
export type StoredNames = StoryNames & { readonly version: string };

/** What the latest change has replaced. What did not exist before has no value. */
export interface KeptUndo {
  readonly articles: readonly {
    readonly id: string;
    readonly before: { readonly article: KeptArticle; readonly summary: StoredSummary } | undefined;
  }[];
  readonly stories: readonly { readonly id: string; readonly before: Story | undefined }[];
}

export interface KeptDatabase extends DBSchema {
  articles: { key: string; value: KeptArticle };
  summaries: {
    key: string;
    value: StoredSummary;
    indexes: { story: string; address: string; word: string };
  };
  stories: { key: string; value: Story };
  compiled: { key: 'settled' | 'recent'; value: StoredCompilation };
  names: { key: string; value: StoredNames };
  undo: { key: 'latest'; value: KeptUndo };
}

/** Opens what the reader has kept, in a database of its own. */
export const openKeptDatabase = openOnce<KeptDatabase>('sidelight-kept', (database) => {
  database.createObjectStore('articles', { keyPath: 'id' });
  const summaries = database.createObjectStore('summaries', { keyPath: 'id' });
  summaries.createIndex('story', 'story');
  summaries.createIndex('address', 'key', { unique: true });
  summaries.createIndex('word', 'words', { multiEntry: true });
  database.createObjectStore('stories', { keyPath: 'id' });
  database.createObjectStore('compiled');
  database.createObjectStore('names', { keyPath: 'id' });
  database.createObjectStore('undo');
});
