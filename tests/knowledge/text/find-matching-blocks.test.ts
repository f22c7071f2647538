import { expect, test } from 'vitest';
import { findMatchingBlocks, maxSteps } from '../../../src/knowledge/text/find-matching-blocks.ts';

/** The number of word comparisons. */
function countComparisons(full: readonly string[], short: readonly string[], steps: number) {
  let count = 0;
  const matchingBlocks = findMatchingBlocks(full, short, steps, (a, b) => {
    count += 1;
    return a === b;
  });
  return { count, matchingBlocks };
}

const spell = (letter: string, length: number) => Array.from({ length }, (_, n) => `${letter}${n}`);
const everyOther = (words: readonly string[]) => words.map((word, n) => (n % 2 === 0 ? word : `b${n}`));
const longest = spell('a', 10_000);

test.each([
  ['nothing', longest, spell('b', 10_000)],
  ['every other word', longest, everyOther(longest)],
  ['one word of each, over and over', longest.map((_, n) => `a${n % 7}`), longest.map((_, n) => `a${n % 5}`)],
  ['a short text', longest, spell('b', 150)],
  ['an even shorter one', longest, spell('b', 12)],
  ['the order turned round', longest, longest.toReversed()],
])('the longest texts that share %s are compared in bounded work', (_, full, short) => {
  for (const steps of [10_000, maxSteps]) {
    const { count } = countComparisons(full, short, steps);
    // Equal words are compared, too, once for each path through them.
    expect(count).toBeLessThan(4 * steps + full.length + short.length);
  }
});

test('texts that are too different have no stretches, and others have all', () => {
  expect(countComparisons(longest, spell('b', 10_000), maxSteps).matchingBlocks).toBeUndefined();
  const changed = longest.map((word, n) => (n % 100 === 0 ? 'x' : word));
  const { matchingBlocks } = countComparisons(longest, changed, maxSteps);
  expect(matchingBlocks?.filter(({ isSame }) => !isSame)).toHaveLength(100);
  expect(matchingBlocks?.at(-1)).toMatchObject({ i2: longest.length, j2: longest.length });
});
