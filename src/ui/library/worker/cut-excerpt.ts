import { locateWords } from '../../../knowledge/text/locate-words.ts';
import { findWords } from './split-words.ts';

/** About three lines of a result. */
const maxExcerptLength = 240;
/** How many characters come before the first found word if the beginning is cut. */
const lead = 60;

/**
 * The passage with the most found words, cut to length around the first of them. Without any, the beginning of the
 * first passage.
 *
 * @param found in the form that `findWords` takes
 */
export function cutExcerpt(passages: readonly string[], found: ReadonlySet<string>): string {
  let best = { passage: passages[0] ?? '', count: 0, start: 0 };
  for (const passage of found.size === 0 ? [] : passages) {
    const words = findWords(passage, found);
    const count = new Set(words.map(({ folded }) => folded)).size;
    if (count > best.count) best = { passage, count, start: words[0]?.start ?? 0 };
  }
  return cutAround(best.passage, best.start);
}

function cutAround(passage: string, start: number): string {
  if (passage.length <= maxExcerptLength) return passage;
  const isLate = start > maxExcerptLength - lead;
  const from = isLate ? wordStart(passage, start - lead, start) : 0;
  const to =
    passage.length - from <= maxExcerptLength
      ? passage.length
      : wordEnd(passage, from, from + maxExcerptLength);
  return `${isLate ? '… ' : ''}${passage.slice(from, to).trimEnd()}${to < passage.length ? ' …' : ''}`;
}

/** The start of the first word after `from`, if a cut is allowed there, but not after `start`. */
function wordStart(passage: string, from: number, start: number): number {
  return locateWords(passage, from, start).find((word) => word.start > from)?.start ?? start;
}

/** The start of the last word before `to`, if a cut is allowed there. */
function wordEnd(passage: string, from: number, to: number): number {
  const last = locateWords(passage, from, to).at(-1)?.start ?? from;
  return last > from ? last : to;
}
