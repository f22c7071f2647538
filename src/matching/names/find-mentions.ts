import { findNames } from './find-names.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { resolveMentions } from './resolve-mentions.ts';

/**
 * The mentions of a single text, as if it were a page of one block. Leftmost-longest, whole words, never
 * overlapping; half-open offsets into `text`. Never throws. Linear in the text, even if it is one sentence
 * full of names, because a rule's answer for a sentence is cached.
 */
export function findMentions(text: string, index: NameIndex): Mention[] {
  return resolveMentions([{ text, matches: findNames(text, index) }], index)[0] ?? [];
}
