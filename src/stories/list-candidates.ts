import type { Printing } from './read-printing.ts';

/** A pair of words that more quotations than this have says nothing of any; the same words as a whole are looked for besides. */
const maxHolders = 60;
/** Of a shorter quotation one pair of words is enough to look closer. */
const shortWordCount = 5;

/**
 * Pairs of quotations of different articles that may print one utterance: they share two pairs of neighbouring words, or one where one of them
 * is short. Ascending; the time is linear in the quotations.
 * @param articleOf the number of a quotation's article.
 * @param minShared how many pairs and runs of words two must share.
 */
export function listCandidates(
  printings: readonly Printing[],
  articleOf: (quotation: number) => number,
  minShared = 2,
): [number, number][] {
  const holders = new Map<string, number[]>();
  const keys = printings.map(keysOf);
  for (const [i, own] of keys.entries()) {
    for (const key of own) {
      const list = holders.get(key);
      if (list) list.push(i);
      else holders.set(key, [i]);
    }
  }
  const pairs: [number, number][] = [];
  for (const [b, printing] of printings.entries()) {
    const shared = new Map<number, number>();
    for (const key of keys[b] as Set<string>) {
      const list = holders.get(key) as number[];
      if (list.length > maxHolders && !key.startsWith('=')) continue;
      for (const a of list) {
        if (a >= b) break;
        if (articleOf(a) !== articleOf(b))
          shared.set(a, (shared.get(a) ?? 0) + (key.startsWith('=') ? minShared : 1));
      }
    }
    for (const [a, count] of shared) {
      const isShort =
        Math.min(printing.words.length, (printings[a] as Printing).words.length) < shortWordCount;
      if (count >= minShared || (isShort && minShared <= 2)) pairs.push([a, b]);
    }
  }
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Pairs of neighbouring words of which one is a content word, three words in a row, and all letters together. */
function keysOf({ words, letters }: Printing): Set<string> {
  const keys = new Set([`=${letters}`]);
  for (const [i, word] of words.entries()) {
    const [next, last] = [words[i + 1], words[i + 2]];
    if (next && (word.isContent || next.isContent)) keys.add(`${word.stem} ${next.stem}`);
    if (next && last) keys.add(`${word.stem} ${next.stem} ${last.stem}`);
  }
  return keys;
}
