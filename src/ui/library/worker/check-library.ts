import type { Pack } from '../../../knowledge/pack-schema.ts';
import { createTextChecker, type TextChecker } from '../../../view-models/stories/check-text.ts';
import type { CheckedText } from '../../../view-models/stories/checked-text.ts';
import { type CheckedStory, createKeptStoryReader, type StoryReader } from './read-kept-packs.ts';

/** Checks a text against all packs and what is kept at that moment. */
export type CheckLibrary = (text: string) => Promise<CheckedText>;

/** Loaded when a text is checked first: it needs everything that compares articles. */
export function createLibraryChecker(packs: readonly Pack[], kept: StoryReader): CheckLibrary {
  const readKept = createKeptStoryReader(kept);
  let known: { readonly kept: readonly CheckedStory[]; readonly checker: TextChecker } | undefined;
  return async (text) => {
    const stories = await readKept();
    if (known?.kept !== stories)
      known = {
        kept: stories,
        checker: createTextChecker(
          [...packs, ...stories.map(({ pack }) => pack)],
          stories.flatMap(({ articles }) => articles),
        ),
      };
    return known.checker.check(text);
  };
}
