import { placeWords } from './split-words.ts';

/** About three lines of a result. */
const longestExcerpt = 240;
/** How much stands before the first found word where the beginning had to go. */
const lead = 60;

/**
 * The passage that holds the most of the found words, cut to its size around the first of them. Without any, the
 * beginning of the first passage.
 *
 * @param found folded words
 */
export function cutExcerpt(passages: readonly string[], found: ReadonlySet<string>): string {
  let best = { passage: passages[0] ?? '', count: 0, start: 0 };
  for (const passage of found.size === 0 ? [] : passages) {
    const words = placeWords(passage).filter(({ folded }) => found.has(folded));
    const count = new Set(words.map(({ folded }) => folded)).size;
    if (count > best.count) best = { passage, count, start: words[0]?.start ?? 0 };
  }
  return cutAround(best.passage, best.start);
}

function cutAround(passage: string, start: number): string {
  if (passage.length <= longestExcerpt) return passage;
  const isLate = start > longestExcerpt - lead;
  const from = isLate ? wordStart(passage, start - lead) : 0;
  const to =
    passage.length - from <= longestExcerpt ? passage.length : wordEnd(passage, from + longestExcerpt);
  return `${isLate ? '… ' : ''}${passage.slice(from, to).trimEnd()}${to < passage.length ? ' …' : ''}`;
}

function wordStart(passage: string, from: number): number {
  const space = passage.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}

function wordEnd(passage: string, to: number): number {
  const space = passage.lastIndexOf(' ', to);
  return space <= 0 ? to : space;
}
