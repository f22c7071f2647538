import { expect, test } from 'vitest';
import { limitMarks } from '../../../src/knowledge/text/limit-marks.ts';
import { foldContext } from '../../../src/matching/text/fold-context.ts';

test('letters with their marks stay as they are', () => {
  for (const text of [
    '',
    'Perchón',
    'Z\u0301\u0323a\u030al\u0315go',
    '\u0e01\u0e34\u0e48',
    `x${'\u0301'.repeat(30)}y`,
  ]) {
    expect(limitMarks(text)).toBe(text);
  }
});

test('of a flood of marks thirty stay', () => {
  const flood = '\u0315\u0300'.repeat(50_000);
  expect(limitMarks(`a${flood}b${flood}`)).toHaveLength(62);
  // Every function that folds text for comparison limits marks, or it would sort 100,000 marks one by one.
  expect(foldContext(`a${flood}b`)).toHaveLength(31);
});
