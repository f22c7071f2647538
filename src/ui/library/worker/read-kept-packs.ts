import type { Pack } from '../../../knowledge/pack-schema.ts';
import type { KeptArticle, Story } from '../../../stories/kept/kept-article.ts';
import { makeStoryPack } from '../../../stories/kept/make-story-pack.ts';

/** Reads what the reader has kept. */
export interface StoryReader {
  listStories(): Promise<readonly Story[]>;
  readArticlesOfStory(story: string): Promise<readonly KeptArticle[]>;
}

/**
 * Reads the packs of all stories that the reader keeps, switched on or off. Makes only those again that have changed
 * since the last call, and returns the same array if none has.
 */
export function createKeptPackReader(kept: StoryReader): () => Promise<readonly Pack[]> {
  let known: ReadonlyMap<string, Pack> = new Map();
  let packs: readonly Pack[] = [];
  return async () => {
    const stories = await kept.listStories();
    if (stories.length === known.size && stories.every(({ stamp }) => known.has(stamp))) return packs;
    const made = new Map<string, Pack>();
    for (const story of stories) {
      const pack = known.get(story.stamp) ?? makeStoryPack(story, await kept.readArticlesOfStory(story.id));
      made.set(story.stamp, pack);
    }
    known = made;
    packs = [...made.values()];
    return packs;
  };
}
