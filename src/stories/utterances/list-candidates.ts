import type { Printing } from './read-printing.ts';

/** A run of words in more printings than this, each in other words, identifies none of them. */
const maxHolders = 60;
/** A quotation with fewer words needs only one shared run to be compared. */
const shortWordCount = 5;

/**
 * Pairs of passages of different articles that may print the same words: they share two runs of neighbouring
 * words, or one if one of them is short. Ascending. The time is linear in the passages, and in the pairs
 * found.
 * @param articleOf the number of a passage's article
 * @param minShared how many runs of words two must share
 */
export function listCandidates(
  printings: readonly Printing[],
  articleOf: (printing: number) => number,
  minShared = 2,
): [number, number][] {
  // What a hundred outlets print alike is compared with the rest once.
  const alike = new Map<string, number[]>();
  for (const [i, { letters }] of printings.entries()) {
    const list = alike.get(letters);
    if (list) list.push(i);
    else alike.set(letters, [i]);
  }
  const groups = [...alike.values()];
  const pairs: [number, number][] = [];
  const pairUp = (one: readonly number[], other: readonly number[]) => {
    for (const a of one) {
      for (const b of other) {
        if (articleOf(a) !== articleOf(b)) pairs.push(a < b ? [a, b] : [b, a]);
      }
    }
  };
  for (const group of groups) for (const [n, a] of group.entries()) pairUp([a], group.slice(n + 1));
  for (const [one, other] of listLike(
    groups.map(([first]) => printings[first as number] as Printing),
    minShared,
  )) {
    pairUp(groups[one] as number[], groups[other] as number[]);
  }
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Pairs of printings in different words that share runs of words. */
function listLike(printings: readonly Printing[], minShared: number): [number, number][] {
  const runs = printings.map(runsOf);
  const holders = new Map<string, number[]>();
  for (const [i, own] of runs.entries()) {
    for (const run of own) {
      const list = holders.get(run);
      if (list) list.push(i);
      else holders.set(run, [i]);
    }
  }
  return printings.flatMap((printing, b) => {
    const shared = new Map<number, number>();
    for (const run of runs[b] as Set<string>) {
      const list = holders.get(run) as number[];
      if (list.length > maxHolders) continue;
      for (const a of list) {
        if (a >= b) break;
        shared.set(a, (shared.get(a) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([a, count]) => {
        const length = Math.min(printing.words.length, (printings[a] as Printing).words.length);
        return length < shortWordCount || count >= minShared;
      })
      .map(([a]): [number, number] => [a, b]);
  });
}

/** Two neighbouring words of which one is a content word, and three words in a row. */
function runsOf({ words }: Printing): Set<string> {
  const runs = new Set<string>();
  for (const [i, word] of words.entries()) {
    const [next, last] = [words[i + 1], words[i + 2]];
    if (next && (word.isContent || next.isContent)) runs.add(`${word.stem} ${next.stem}`);
    if (next && last) runs.add(`${word.stem} ${next.stem} ${last.stem}`);
  }
  return runs;
}
