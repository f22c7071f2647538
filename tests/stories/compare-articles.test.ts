/** What holds of a whole comparison, whatever the articles. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareArticles, type StoryComparison } from '../../src/stories/compare-articles.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { articleOf } from './article-of.ts';

const piece = fc.constantFrom(
  ...[
    'We will close the old bridge on Monday',
    'It is finished and safe for 2,000 cars',
    'not guilty',
    'in 2003',
    'the “smart” lock',
  ],
  ...[
    'Ann Lee',
    'Lee',
    'Sen. Bo Hill',
    'Water Agency (WA)',
    ' said ',
    ' told us: ',
    ', a lawyer, ',
    ' according to ',
  ],
  ...[
    '“',
    '”',
    '"',
    '‘',
    '’',
    '« ',
    ' »',
    '„',
    '[...]',
    '…',
    ',',
    '. ',
    '\n',
    '\n\n',
    ' ',
    '\ud83d',
    '\u00a0',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const compare = (texts: readonly string[]): StoryComparison => compareArticles(texts.map(articleOf));

test('nothing throws, and every place is in its article', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const { quotations, utterances, facts, names } = compare(texts);
      for (const { article, quotation } of quotations) {
        const { speaker } = quotation;
        for (const one of speaker ? [quotation, speaker] : [quotation])
          expect(texts[article]?.slice(one.start, one.end)).toBe(one.text);
      }
      const isIn = (article: number, span: { start: number; end: number } | null) =>
        span === null ||
        (0 <= span.start && span.start <= span.end && span.end <= (texts[article]?.length ?? -1));
      for (const { a, b, differences } of utterances.flatMap(({ pairs }) => pairs)) {
        const [articleA = -1, articleB = -1] = [a, b].map((i) => quotations[i]?.article);
        for (const one of differences)
          expect([isIn(articleA, one.a), isIn(articleB, one.b)]).toEqual([true, true]);
      }
      for (const { articleA, articleB, a, b } of facts)
        expect([isIn(articleA, a), isIn(articleB, b)]).toEqual([true, true]);
      for (const one of names.flatMap(({ mentions, descriptions }) => [...mentions, ...descriptions]))
        expect(texts[one.article]?.slice(one.start, one.end)).toBe(one.text);
    }),
    fuzzRuns('comparisons', 500),
  );
});

test('the order of the articles does not matter', () => {
  /** Everything by the places in the articles as they were given first. */
  const byPlace = (texts: readonly string[], order: readonly number[]) => {
    const { quotations, utterances, facts, names } = compare(order.map((i) => texts[i] ?? ''));
    const placeOf = (i: number) => {
      const { article = -1, quotation } = quotations[i] ?? {};
      return `${order[article]} ${quotation?.start} ${quotation?.end}`;
    };
    return {
      pairs: utterances
        .flatMap(({ pairs }) =>
          pairs.map(({ a, b, relation, meaning }) =>
            [...[placeOf(a), placeOf(b)].sort(), relation, meaning].join(' | '),
          ),
        )
        .sort(),
      groups: utterances.map(({ members }) => members.map(placeOf).sort().join(' | ')).sort(),
      facts: facts
        .map(({ articleA, articleB, a, b }) =>
          [`${order[articleA]} ${a.start}`, `${order[articleB]} ${b.start}`].sort().join(' | '),
        )
        .sort(),
      names: names.map(({ name, kind, mentions }) => `${name} ${kind} ${mentions.length}`).sort(),
    };
  };
  fc.assert(
    fc.property(
      fc
        .array(text, { minLength: 2, maxLength: 4 })
        .chain((texts) =>
          fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts.keys()], { minLength: texts.length })),
        ),
      ([texts, order]) => {
        expect(byPlace(texts, order)).toEqual(byPlace(texts, [...texts.keys()]));
      },
    ),
    fuzzRuns('comparisons in another order', 500),
  );
});

test('an article compared with itself is identical throughout', () => {
  fc.assert(
    fc.property(text, (one) => {
      const { quotations, utterances, facts } = compare([one, one]);
      expect(facts).toEqual([]);
      const half = quotations.length / 2;
      const pairs = utterances.flatMap((utterance) => utterance.pairs);
      for (const [i, { quotation }] of quotations.slice(0, half).entries()) {
        if (!/[\p{L}\p{N}]/u.test(quotation.text)) continue;
        const pair = pairs.find(({ a, b }) => a === i && b === half + i);
        expect(pair).toMatchObject({ relation: 'identical', meaning: 'same', differences: [] });
      }
    }),
    fuzzRuns('an article beside itself', 500),
  );
});
