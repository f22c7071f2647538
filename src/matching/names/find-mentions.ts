import { findNames } from './find-names.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { resolveMentions } from './resolve-mentions.ts';

/**
 * The mentions of one text that stands alone, as if it were a page of one block.
 * Leftmost-longest, whole words, never overlapping; half-open offsets into `text`. No input throws. The time is linear in
 * the text, also where all of it is one sentence full of names: what a rule asks of a sentence is asked once.
 */
export function findMentions(text: string, index: NameIndex): Mention[] {
  return resolveMentions([{ text, matches: findNames(text, index) }], index)[0] ?? [];
}
