import { diffArrays } from 'diff';
import { slideGap } from './slide-gap.ts';

/** Words of two texts that are the same one by one, or that stand in each other's place; half-open numbers of words. */
export interface MatchingBlock {
  readonly isSame: boolean;
  /** Of the full text. */
  i: number;
  i2: number;
  /** Of the shorter one. */
  j: number;
  j2: number;
}

/**
 * What a comparison that a reader waits for may take: steps of the algorithm, some 0.1 µs each. Enough for a tenth of the
 * words of a speech of two hours, or for 300 words out of 700.
 */
export const maxSteps = 200_000;

/**
 * The stretches of two texts in order, the first and the last of them `isSame` and maybe empty, so that a gap at an end has
 * something before it and behind it, too.
 *
 * The algorithm is Myers 1986: its steps are the edits times the edits, or times the words of the shorter text, where those are
 * fewer. Without a limit, two texts of 20,000 letters that share nothing would take minutes.
 *
 * @param steps how many steps the comparison may take
 * @returns undefined where the texts are too different for that
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
 * Puts what the shorter text leaves out where it shows that something is: changes `matchingBlocks`.
 *
 * @param isSame whether a word of the full text is that of the shorter one
 * @param isShown whether the shorter text shows a gap before its word of this number
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
