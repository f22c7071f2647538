import { expect, test } from 'vitest';
import {
  isNegation,
  isStopWord,
  numberValue,
  stemOf,
} from '../../../src/matching/quotations/word-classes.ts';

test.each([
  'not none without hardly',
  'fail fails failed failing',
  'refuse refuses refused refusing',
  'deny denies denied denying',
  'nicht kein nie nunca nada pas jamais',
])('"%s" negate', (words) => {
  for (const word of words.split(' ')) expect([word, isNegation(word, stemOf(word))]).toEqual([word, true]);
});

test.each(['non-profit', 'notice', 'denizen', 'refuge', 'fair', 'nothingness'])(
  '"%s" does not negate',
  (word) => {
    expect(isNegation(word, stemOf(word))).toBe(false);
  },
);

test.each([
  ['two 2', '2'],
  ['1,200 1200', '1200'],
  ['hundred', '00'],
  ['hundreds', '00s'],
  ['thousand', '000'],
  ['thousands', '000s'],
  ['million', '000000'],
  ['millions', '000000s'],
  ['billion', '000000000'],
  ['billions', '000000000s'],
  ['dozen 12', '12'],
  ['dozens', '12s'],
  ['half halve halves halved halving', '1/2'],
  ['double doubles doubled doubling twice', '2x'],
  ['triple triples tripled tripling', '3x'],
])('"%s" are one number', (words, value) => {
  for (const word of words.split(' ')) expect([word, numberValue(word, stemOf(word))]).toEqual([word, value]);
});

test.each(['ones', 'tens', 'seconds', 'halfway', 'millionaire', 'constructor'])(
  '"%s" is no number',
  (word) => {
    expect(numberValue(word, stemOf(word))).toBeUndefined();
  },
);

test.each([
  'take takes taking took taken',
  'have has had having',
  'make made',
  'give gave given',
  'say said',
  'hear hears heard hearing',
  'seek seeks sought seeking',
  'receive receives received receiving',
  'trigger triggers triggered triggering',
])('"%s" are one word', (words) => {
  expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
});

test.each(['have', 'has', 'said', 'doing', 'these'])('"%s" is a stop word', (word) => {
  expect(isStopWord(word, stemOf(word))).toBe(true);
});
