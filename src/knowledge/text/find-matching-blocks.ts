import { diffArrays } from 'diff';
import { slideGap } from './slide-gap.ts';

/** A run of words that are equal in two texts, or that replace each other; half-open word indexes. */
export interface MatchingBlock {
  readonly isSame: boolean;
  /** In the full text. */
  i: number;
  i2: number;
  /** In the shorter one. */
  j: number;
  j2: number;
}

/**
 * The limit for a comparison that a reader waits for: steps of the algorithm, about 0.1 µs each. Enough for a tenth of
 * the words of a two-hour speech, or for 300 words out of 700.
 */
export const maxSteps = 200_000;

/**
 * Aligns two texts: their blocks in order. The first and the last block are `isSame`, possibly empty, so that a gap at
 * either end has a block before and after it, too.
 *
 * The algorithm is Myers 1986. Its steps are the edits squared, or the edits times the words of the shorter text,
 * whichever is less. Without a limit, two texts of 20,000 letters that share nothing would take minutes.
 *
 * @param steps the maximum number of steps
 * @returns undefined if the texts are too different for that
 */
export function findMatchingBlocks<Word>(
  full: readonly Word[],
  short: readonly Word[],
  steps: number,
  isSame: (a: Word, b: Word) => boolean = Object.is,
): MatchingBlock[] | undefined {
  const fewer = Math.max(1, Math.min(full.length, short.length));
  const maxEditLength = Math.floor(Math.max(Math.sqrt(steps), steps / fewer));
  const changes = diffArrays([...full], [...short], { comparator: isSame, maxEditLength });
  if (changes === undefined) return undefined;
  const matchingBlocks: MatchingBlock[] = [{ isSame: true, i: 0, i2: 0, j: 0, j2: 0 }];
  let i = 0;
  let j = 0;
  for (const { count, added, removed } of changes) {
    const isEqual = !added && !removed;
    const i2 = added ? i : i + count;
    const j2 = removed ? j : j + count;
    const last = matchingBlocks.at(-1);
    if (last?.isSame === false && !isEqual) Object.assign(last, { i2, j2 });
    else matchingBlocks.push({ isSame: isEqual, i, i2, j, j2 });
    [i, j] = [i2, j2];
  }
  return [...matchingBlocks, { isSame: true, i, i2: i, j, j2: j }];
}

/**
 * Moves gaps to where the shorter text shows that words are left out: changes `matchingBlocks`.
 *
 * @param isSame whether a word of the full text equals one of the shorter text
 * @param isShown whether the shorter text shows a gap before its word of this index
 */
export function moveGaps(
  matchingBlocks: readonly MatchingBlock[],
  isSame: (full: number, short: number) => boolean,
  isShown: (short: number) => boolean,
): void {
  for (const [n, gap] of matchingBlocks.entries()) {
    const [before, after] = [matchingBlocks[n - 1], matchingBlocks[n + 1]];
    if (gap.isSame || gap.j < gap.j2 || !before || !after) continue;
    const by = slideGap(
      {
        from: gap.i,
        to: gap.i2,
        at: gap.j,
        sameBefore: before.i2 - before.i,
        sameAfter: after.i2 - after.i,
      },
      isSame,
      isShown,
    );
    before.i2 += by;
    before.j2 += by;
    gap.i += by;
    gap.i2 += by;
    gap.j += by;
    gap.j2 += by;
    after.i += by;
    after.j += by;
  }
}
