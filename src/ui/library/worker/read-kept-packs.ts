import type { Pack } from '../../../knowledge/pack-schema.ts';
import type { KeptArticle, Story } from '../../../stories/kept/kept-article.ts';
import { makeStoryPack } from '../../../stories/kept/make-story-pack.ts';
import { type KeptWords, readKeptWords } from '../../../view-models/stories/kept-words.ts';

/** Reads what the reader has kept. */
export interface StoryReader {
  listStories(): Promise<readonly Story[]>;
  readArticlesOfStory(story: string): Promise<readonly KeptArticle[]>;
}

/** A story as it is checked. */
export interface CheckedStory {
  readonly pack: Pack;
  /** What its articles print, with and without quotation marks. */
  readonly articles: readonly KeptWords[];
}

/**
 * Reads all stories that the reader keeps, switched on or off. Makes the packs of those again that have changed since
 * the last call, and returns the same array if none has.
 */
export function createKeptStoryReader(kept: StoryReader): () => Promise<readonly CheckedStory[]> {
  let known: ReadonlyMap<string, CheckedStory> = new Map();
  let read: readonly CheckedStory[] = [];
  return async () => {
    const stories = await kept.listStories();
    if (stories.length === known.size && stories.every(({ stamp }) => known.has(stamp))) return read;
    const made = new Map<string, CheckedStory>();
    for (const story of stories) {
      const checked = known.get(story.stamp) ?? makeChecked(story, await kept.readArticlesOfStory(story.id));
      made.set(story.stamp, checked);
    }
    known = made;
    read = [...made.values()];
    return read;
  };
}

function makeChecked(story: Story, articles: readonly KeptArticle[]): CheckedStory {
  return { pack: makeStoryPack(story, articles), articles: articles.map(readKeptWords) };
}
