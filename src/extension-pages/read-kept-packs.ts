import type { Pack } from '../knowledge/pack-schema.ts';
import { listStories, readArticlesOfStory } from '../storage/kept-store.ts';
import { makeStoryPack } from '../stories/kept/make-story-pack.ts';

/**
 * Reads the packs of all stories that the reader keeps, switched on or off. Makes only those again that have changed
 * since the last call, and returns the same array if none has.
 */
export function createKeptPackReader(): () => Promise<readonly Pack[]> {
  let known: readonly { readonly stamp: string; readonly pack: Pack }[] = [];
  let packs: readonly Pack[] = [];
  return async () => {
    const stories = await listStories();
    const previous = new Map(known.map((one) => [one.stamp, one]));
    const isSame =
      stories.length === known.length && stories.every(({ stamp }, n) => known[n]?.stamp === stamp);
    if (isSame) return packs;
    const read: { stamp: string; pack: Pack }[] = [];
    for (const story of stories) {
      const { stamp } = story;
      const pack = previous.get(stamp)?.pack ?? makeStoryPack(story, await readArticlesOfStory(story.id));
      read.push({ stamp, pack });
    }
    known = read;
    packs = read.map(({ pack }) => pack);
    return packs;
  };
}
