import { findNames, type NameMatch } from './find-names.ts';
import type { NameIndex } from './name-index.ts';

/**
 * The names within a longer one that was rejected, leftmost-longest among themselves. Reads the longer name
 * once without its last word and once without its first: every shorter name is in one of the two. A name of
 * one word contains none.
 */
export function findShorterNames(text: string, { start, end }: NameMatch, index: NameIndex): NameMatch[] {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const second = words[1];
  const last = words.at(-1);
  if (second === undefined || last === undefined) return [];
  const endOfBeginning = start + last.index;
  const restStart = start + second.index;
  const found = findBetween(text, start, endOfBeginning, index);
  const after = found.at(-1)?.end ?? 0;
  return [...found, ...findBetween(text, restStart, end, index).filter((match) => match.start >= after)];
}

function findBetween(text: string, from: number, to: number, index: NameIndex): NameMatch[] {
  return findNames(text.slice(from, to), index).map(({ nameIds, start, end }) => ({
    nameIds,
    start: from + start,
    end: from + end,
  }));
}
