import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFactDifferences } from '../../src/stories/find-fact-differences.ts';
import { findQuotations } from '../../src/stories/quotations/find-quotations.ts';
import { fuzzRuns } from '../fuzz-runs.ts';

function differencesOf(...texts: string[]): (string | null)[][] {
  const quotations = texts.flatMap((text, article) =>
    findQuotations({ title: '', outlet: '', authors: [], date: '', address: '', language: 'en', text }).map(
      (quotation) => ({ article, quotation }),
    ),
  );
  return findFactDifferences(texts, quotations).flatMap(({ articleA, articleB, differences }) =>
    differences.map(({ turn, a, b }) => [
      turn,
      texts[articleA]?.slice(a?.start, a?.end) ?? '',
      texts[articleB]?.slice(b?.start, b?.end) ?? '',
    ]),
  );
}

const ferry = 'The storm sank the ferry in the harbor of Aberford on Monday and 12 people drowned.';

test.each<[string, string, string, string[][]]>([
  [
    'a count',
    ferry,
    'The storm sank the ferry in the harbor on Monday, and 14 people drowned.',
    [['number', '12', '14']],
  ],
  ['a day', ferry, ferry.replace('Monday', 'Tuesday'), [['time', 'Monday', 'Tuesday']]],
  [
    'an amount',
    'Raising the ferry will cost the town $3 million.',
    'Raising the ferry will cost the town $5 million, she said.',
    [['number', '3', '5']],
  ],
  [
    'a year',
    'Lee has led the harbor board since 2002.',
    'Lee has led the harbor board since 2003, and that is what many dislike.',
    [['number', '2002', '2003']],
  ],
  ['nothing where the numbers agree', ferry, ferry.replace('12', 'twelve'), []],
  ['nothing where one gives no number', ferry, ferry.replace('12 people', 'people'), []],
  [
    'nothing of sentences that share few words',
    ferry,
    'Some 14 people drowned last year when a ferry sank off Brightsea.',
    [],
  ],
  ['nothing of quotations', `“${ferry}”`, `“${ferry.replace('12', '14')}”`, []],
])('tell %s', (_, a, b, expected) => {
  expect(differencesOf(a, b)).toEqual(expected);
  expect(differencesOf(b, a)).toEqual(expected.map(([turn, one, other]) => [turn, other, one]));
});

test('of several sentences that are like one, the likest is compared', () => {
  const other = 'The storm sank the ferry in the harbor of Aberford on Monday and 15 trams burnt.';
  expect(differencesOf(ferry, `${other} ${ferry}`)).toEqual([]);
});

test('no texts make it throw, and an article has no differences from itself', () => {
  const words = fc.constantFrom(
    ...'The storm sank 12 14 ferries on Monday Tuesday in the harbor . “ ” \n $3 million'.split(' '),
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 50 }).map((list) => list.join(' ')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      differencesOf(a, b);
      expect(differencesOf(a, a)).toEqual([]);
    }),
    fuzzRuns('differences of fact', 300),
  );
});
