import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/stories/quotations/find-quotations.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import {
  type ArticleQuotation,
  findUtterances,
  type Utterance,
} from '../../../src/stories/utterances/find-utterances.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { apartCases, insertionCases, relationCases } from './utterance-cases.ts';

function articleOf(text: string): Article {
  return { title: '', outlet: '', authors: [], date: '', address: '', language: '', text };
}

interface Found {
  readonly quotations: readonly ArticleQuotation[];
  readonly utterances: readonly Utterance[];
}

function compare(...texts: string[]): Found {
  const quotations = texts.flatMap((text, article) =>
    findQuotations(articleOf(text)).map((quotation) => ({ article, quotation })),
  );
  return { quotations, utterances: findUtterances(texts, quotations) };
}

test.each([...relationCases, ...insertionCases])('$is: $name', ({ a, b, is, turns = [] }) => {
  for (const texts of [
    [a, b],
    [b, a],
  ]) {
    const pairs = compare(...texts).utterances.flatMap((utterance) => utterance.pairs);
    expect(pairs.map(({ relation }) => relation)).toEqual([is]);
    expect(pairs[0]?.meaning).toBe(turns.length > 0 ? 'differs' : 'same');
    expect(pairs[0]?.differences.flatMap(({ turn }) => turn ?? [])).toEqual(turns);
  }
});

test.each(apartCases)('two utterances: $name', ({ a, b }) => {
  expect(compare(a, b).utterances).toEqual([]);
  expect(compare(b, a).utterances).toEqual([]);
});

test('a term is joined where a speaker is named', () => {
  expect(
    compare('He ended the “wait and do not ask” policy.', '“Wait and do not ask,” Ann Lee said.').utterances,
  ).toHaveLength(1);
});

describe('differences', () => {
  const spoken = 'We will close the old bridge on Monday because two cables have rusted';

  test.each<[string, string, string, [string, string, string][]]>([
    [
      'what is cut at both ends',
      spoken,
      'the old bridge on Monday',
      [
        ['start cut', 'We will close', ''],
        ['end cut', 'because two cables have rusted', ''],
      ],
    ],
    [
      'what is put in, and changed',
      spoken,
      'We will surely close the old ferry on Monday because two cables have rusted',
      [
        ['inside added', '', 'surely'],
        ['inside changed', 'bridge', 'ferry'],
      ],
    ],
    [
      'a contraction as one word',
      `We have closed${spoken.slice(13)}`,
      `We've closed${spoken.slice(13)}`,
      [['inside changed', 'We have', "We've"]],
    ],
    [
      'a possessive',
      `The town's council closed${spoken.slice(13)}`,
      `The town council closed${spoken.slice(13)}`,
      [['inside changed', "town's", 'town']],
    ],
  ])('tell %s', (_, one, other, expected) => {
    const texts = [`“${one},” Ann Lee said.`, `It was Ann Lee who said “${other}” yesterday.`];
    const [pair] = compare(...texts).utterances.flatMap(({ pairs }) => pairs);
    const sliceOf = (text: string | undefined, span: { start: number; end: number } | null) =>
      span ? text?.slice(span.start, span.end) : '';
    expect(
      pair?.differences.map(({ place, kind, a, b }) => [
        `${place} ${kind}`,
        sliceOf(texts[0], a),
        sliceOf(texts[1], b),
      ]),
    ).toEqual(expected);
  });
});

test('the better agreement is the printing, and a similar sentence is separate', () => {
  const { quotations, utterances } = compare(
    'It is so that “the plan surely raises the risk that this town will flood,” Ann Lee said. Later: “If we do not pass the plan it will surely raise the risk that the town would flood and we would have to leave,” Ann Lee said.',
    '“If they do not pass the plan it will surely raise the risk that the town would flood and we would have to leave,” said Ann Lee.',
  );
  expect(utterances.map(({ members }) => members)).toEqual([[1, 2]]);
  expect(quotations).toHaveLength(3);
});

test.each([
  ['she', 'the former mayor'],
  ['she', 'Paul Olsen'],
  ['Mary Olsen', 'Paul Olsen'],
])('an echo of %s by %s is separate', (one, other) => {
  const { quotations, utterances } = compare(
    'The younger Olsen echoed her father when she added, “Freedom means freedom for everyone.”',
    `Mary Olsen answered. “Freedom means freedom for everyone,” ${one} said.\n\nHer father, former Mayor Paul Olsen, agrees. “I think that freedom means freedom for everyone,” ${other} said.`,
  );
  expect(utterances.map(({ members }) => members)).toEqual([[0, 1]]);
  expect(quotations).toHaveLength(3);
});

test('a statement in two pieces is one, however short each is', () => {
  const { utterances } = compare(
    'On Friday he described “rusted out factories scattered like tombstones” in the land.',
    'Children are “left alone,” where “rusted-out factories” are “scattered like tombstones across the country.”',
  );
  expect(utterances.map(({ members }) => members)).toEqual([[0, 2, 3]]);
});

test('pieces of one statement are members by way of an article that prints both', () => {
  const { utterances } = compare(
    '“We will close the bridge on Monday,” she said.',
    '“Buses will go by the ferry until spring,” she said.',
    '“We will close the bridge on Monday. Buses will go by the ferry until spring,” she said.',
  );
  expect(utterances.map(({ members }) => members)).toEqual([[0, 1, 2]]);
  expect(utterances[0]?.pairs.map(({ a, b, relation }) => [a, b, relation])).toEqual([
    [0, 2, 'cut'],
    [1, 2, 'cut'],
  ]);
});

test('one article has no utterance that several print', () => {
  const text =
    '“We will close the bridge on Monday,” she said. “We will close the bridge on Monday,” he said.';
  expect(compare(text).utterances).toEqual([]);
});

describe('whatever the texts', () => {
  const words = fc.constantFrom(
    ...'we will not close the old bridge on Monday Lee two three weeks … [sic] U.S. $5 % It’s I’m . , “ ” " ‘ ’ « » \n \u200b 水道'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.constantFrom(...relationCases.flatMap(({ a, b }) => [a, b])),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  test('nothing throws, offsets are in the text, and each pair is of two articles', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const { quotations, utterances } = compare(...texts);
        for (const { members, pairs } of utterances) {
          expect(new Set(pairs.flatMap(({ a, b }) => [a, b]))).toEqual(new Set(members));
          for (const { a, b, differences } of pairs) {
            expect(quotations[a]?.article).not.toBe(quotations[b]?.article);
            for (const difference of differences) {
              for (const [span, of] of [
                [difference.a, a],
                [difference.b, b],
              ] as const) {
                if (!span) continue;
                const { start, end } = quotations[of]?.quotation ?? { start: 0, end: 0 };
                expect(start <= span.start && span.start < span.end && span.end <= end).toBe(true);
              }
            }
          }
        }
      }),
      fuzzRuns('utterances', 300),
    );
  });

  test('the order of the articles does not matter', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.nat(), (texts, seed) => {
        const order = texts
          .map((_, i) => i)
          .sort((x, y) => ((x * 7 + seed) % 5) - ((y * 7 + seed) % 5) || y - x);
        const there = list(compare(...texts), (i) => i);
        const back = list(compare(...order.map((i) => texts[i] as string)), (i) => order[i] as number);
        expect(back).toEqual(there);
      }),
      fuzzRuns('order of articles', 300),
    );
  });

  test('an article compared with itself is identical throughout', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { quotations, utterances } = compare(one, one);
        const count = quotations.length / 2;
        const pairs = utterances.flatMap((utterance) => utterance.pairs);
        for (let i = 0; i < count; i += 1) {
          const pair = pairs.find(({ a, b }) => a === i && b === i + count);
          if (!/[\p{L}\p{N}]/u.test(quotations[i]?.quotation.text ?? '')) continue;
          expect([pair?.relation, pair?.meaning, pair?.differences]).toEqual(['identical', 'same', []]);
        }
      }),
      fuzzRuns('an article with itself', 300),
    );
  });

  /** Pairs by article and offset, so that the indexes of quotations do not matter. */
  function list({ quotations, utterances }: Found, original: (article: number) => number): string[] {
    const nameOf = (i: number) => {
      const { article, quotation } = quotations[i] as ArticleQuotation;
      return `${original(article)}:${quotation.start}`;
    };
    return utterances
      .flatMap(({ pairs }) => pairs)
      .map(({ a, b, relation, meaning }) => [...[nameOf(a), nameOf(b)].sort(), relation, meaning].join(' '))
      .sort();
  }
});
