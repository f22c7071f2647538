import { describe, expect, test } from 'vitest';
import { maxSteps } from '../../../src/knowledge/text/find-matching-blocks.ts';
import type { CardStatement, CitedSource } from '../../../src/view-models/card-content.ts';
import { comparePrintings } from '../../../src/view-models/quotations/compare-printings.ts';
import { compareQuotation } from '../../../src/view-models/quotations/compare-quotation.ts';
import { wording } from '../../ui/card/card-statement.ts';

const source = (outlet: string, more: Partial<CitedSource> = {}): CitedSource => ({
  id: outlet.toLowerCase(),
  outlet,
  date: { value: '2023-05-02', precision: 'day' },
  ...more,
});

const first = 'We’re closing the old works for two years.';
const second = 'We told every family in the row of the tanners.';
const third =
  'We hope this pause might give the council enough time to lay new pipes, and we stand ready to pay.';

/** The company’s letter, which four outlets print, and an altered copy. */
const letter: CardStatement = {
  ref: 'water/letter',
  speaker: { text: 'Harbour Water', role: 'letter to the council' },
  sentences: [first, second, third],
  wordings: [
    wording(source('Altered', { rewordedFrom: 'a story' }), 'We’re closing the old works for ten years.'),
    wording(source('Whole'), `${first} ${second} ${third}`),
    wording(source('Split'), 'We’re closing the old works for two years,', {
      text: third,
      gapBefore: 'attribution',
      roleAsPrinted: 'the supplier',
    }),
    wording(source('Short'), {
      text: 'this pause might give the council enough time to lay new pipes',
      roleAsPrinted: 'the harbour’s supplier',
    }),
    wording(source('Late', { id: 'late-2' }), second),
    wording(source('Late'), `${second} ${third}`),
  ],
};

/** What is said of a page that prints `printed`. */
function compare(printed: string, statement = letter) {
  const compared = compareQuotation(statement, printed, maxSteps);
  if (compared === undefined) throw new Error('They are too different to be compared.');
  const { kind, cutCount, sentenceCount, lead, printings, otherDifferences } = compared;
  const outlets = printings.filter(({ isAltered }) => !isAltered);
  const agreeing = (side: 'statement' | 'page') =>
    outlets.filter(({ agreesWith }) => agreesWith === side).map(({ outlet }) => outlet);
  return {
    ...{ kind, cutCount, sentenceCount, otherDifferences },
    lead: lead && [lead.page, lead.statement],
    withStatement: agreeing('statement'),
    withPage: agreeing('page'),
  };
}

const extents = (printed: string, statement = letter) =>
  Object.fromEntries(
    (compareQuotation(statement, printed, maxSteps)?.printings ?? []).map((printing) => {
      const { outlet, extent, cutCount, changedCount } = printing;
      return [outlet, [extent, cutCount, changedCount]];
    }),
  );

test.each([
  ['word for word', third, 'verbatim', 0, 1],
  ['in another typography', third.replace('might', 'Might').replace('.', '…'), 'verbatim', 0, 1],
  ['without its end', 'We hope this pause might give the council enough time to lay new pipes', 'cut', 6, 1],
  [
    'without its beginning',
    'this pause might give the council enough time to lay new pipes, and we stand ready to pay.',
    'cut',
    2,
    1,
  ],
  [
    'cut inside, as shown',
    'We hope this pause might give the council enough time … and we stand ready to pay.',
    'cut',
    4,
    1,
  ],
  [
    'cut inside, without a sign',
    'We hope this pause might give the council time to lay new pipes, and we stand ready to pay.',
    'cut',
    1,
    1,
  ],
  ['two sentences', `${first} ${second}`, 'verbatim', 0, 2],
  ['two sentences without the one between', `${first} […] ${third}`, 'cut', 10, 3],
  ['the whole statement', `${first} ${second} ${third}`, 'verbatim', 0, 3],
  [
    'in two parts, split by who said it',
    'We hope this pause might give the council enough time … to lay new pipes, and we stand ready to pay.',
    'verbatim',
    0,
    1,
  ],
  ['the end of one sentence and the next whole', `for two years. ${second}`, 'cut', 5, 2],
])('a page that prints it %s', (_how, printed, kind, cutCount, sentenceCount) => {
  expect(compare(printed)).toMatchObject({ kind, cutCount, sentenceCount, lead: undefined });
});

test.each([
  ['a number', first.replace('two', 'five'), ['five', 'two'], ['Whole', 'Split']],
  ['a word', third.replace('council', 'mayor'), ['mayor', 'council'], ['Whole', 'Split', 'Late', 'Short']],
  [
    'a negation added',
    third.replace('might', 'might not'),
    ['might not give', 'might give'],
    ['Whole', 'Split', 'Late', 'Short'],
  ],
  ['a word added in front', `Well, ${third}`, ['Well, We', 'We'], ['Whole', 'Split', 'Late']],
  [
    'a word added behind',
    third.replace('pay.', 'pay, twice.'),
    ['pay, twice', 'pay'],
    ['Whole', 'Split', 'Late'],
  ],
  [
    'brackets of its own',
    third.replace('this pause', 'this [long] pause'),
    ['this [long] pause', 'this pause'],
    ['Whole', 'Split', 'Late', 'Short'],
  ],
  [
    'and cut',
    'We hope this pause might give the council enough time to lay old pipes',
    ['old', 'new'],
    ['Whole', 'Split', 'Late', 'Short'],
  ],
])('a page whose words differ: %s', (_what, printed, lead, withStatement) => {
  expect(compare(printed)).toMatchObject({ kind: 'differs', lead, withStatement, withPage: [] });
});

test('of several differences the one that changes the meaning is said, and the others are counted', () => {
  const printed = 'We are closing the old works, we think, for five years.';
  expect(compare(printed)).toMatchObject({ lead: ['five', 'two'], otherDifferences: 2 });
});

test('words that are cut beside a difference are none of it', () => {
  const printed = 'We hope this pause might give the council enough time to lay new tubes.';
  expect(compare(printed)).toMatchObject({ lead: ['tubes', 'pipes'], cutCount: 6 });
  expect(compare('The pause might give the council enough time')).toMatchObject({ lead: ['The', 'this'] });
});

test('what is too long to be said in a sentence is not', () => {
  const printed = third.replace(
    'might give',
    'will, as harbour officials keep saying at all their meetings since May, let',
  );
  expect(compare(printed)).toMatchObject({ kind: 'differs', lead: undefined });
});

test('an altered copy agrees with nobody, and as the page itself it differs', () => {
  const printed = 'We’re closing the old works for ten years.';
  expect(compare(printed)).toMatchObject({
    lead: ['ten', 'two'],
    withStatement: ['Whole', 'Split'],
    withPage: [],
  });
  const copy = compareQuotation(letter, printed, maxSteps)?.printings.at(-1);
  expect(copy).toMatchObject({ outlet: 'Altered', isAltered: true, agreesWith: 'page' });
});

test('an outlet with the page’s words is told from those with the statement’s', () => {
  const printed = first.replace('two', 'five');
  const wordings = [...letter.wordings, wording(source('Other'), printed)];
  expect(compare(printed, { ...letter, wordings })).toMatchObject({
    withStatement: ['Whole', 'Split'],
    withPage: ['Other'],
  });
});

describe('what the outlets print of the same sentences', () => {
  test.each([
    [
      'one sentence',
      third,
      {
        Whole: ['full', 0, 0],
        Split: ['whole', 0, 0],
        Short: ['part', 8, 0],
        Late: ['whole', 0, 0],
        Altered: ['elsewhere', 0, 0],
      },
    ],
    [
      'another, of which an edition prints more',
      second,
      {
        Whole: ['full', 0, 0],
        Split: ['elsewhere', 0, 0],
        Short: ['elsewhere', 0, 0],
        Late: ['whole', 0, 0],
      },
    ],
    ['altered words', first, { Whole: ['full', 0, 0], Split: ['whole', 0, 0], Altered: ['part', 0, 1] }],
  ])('%s', (_case, printed, expected) => {
    const found = extents(printed);
    for (const [outlet, [extent, ...counts]] of Object.entries(expected)) {
      expect([outlet, found[outlet]?.[0]]).toEqual([outlet, extent]);
      if (extent !== 'elsewhere')
        expect([outlet, ...(found[outlet]?.slice(1) ?? [])]).toEqual([outlet, ...counts]);
    }
  });

  test('each outlet once, the copy last, with all its editions; a speaker only where the outlet describes them otherwise', () => {
    const printings = comparePrintings(letter);
    expect(printings.map(({ outlet }) => outlet)).toEqual(['Whole', 'Split', 'Short', 'Late', 'Altered']);
    expect(printings.find(({ outlet }) => outlet === 'Late')?.wordings).toHaveLength(2);
    expect(printings.map(({ speakerAsPrinted }) => speakerAsPrinted)).toEqual([
      undefined,
      'the supplier',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('an altered copy with the name of an outlet leaves the outlet among the printers', () => {
    const copy = (id: string) => wording(source('whole', { id, rewordedFrom: 'a story' }), `${first} No.`);
    const wordings = [copy('copy-1'), ...letter.wordings.slice(1, 2), copy('copy-2')];
    const printings = comparePrintings({ ...letter, wordings });
    expect(printings.map((one) => [one.outlet, one.isAltered, one.wordings.length])).toEqual([
      ['Whole', false, 1],
      ['whole', true, 1],
      ['whole', true, 1],
    ]);
  });

  test('an outlet whose text has nothing in common is compared no further', () => {
    const words = (letters: string) => Array.from({ length: 2_000 }, (_, n) => `${letters}${n}`).join(' ');
    const statement = { ...letter, sentences: [words('a')], wordings: [wording(source('Far'), words('b'))] };
    expect(comparePrintings(statement)).toMatchObject([{ extent: 'unknown', quotedCount: 2_000 }]);
    expect(compareQuotation(statement, words('c'), 10)).toBeUndefined();
  });
});

test('words that are known to be missing are nobody’s difference', () => {
  const statement = { ...letter, sentences: [first, null, third] };
  expect(compare(`${first} ${third}`, statement)).toMatchObject({ kind: 'verbatim', cutCount: 0 });
});

test('common words of other sentences do not draw them in', () => {
  const printed = 'We hope this pause might give the row enough time to lay new pipes for two of the old';
  expect(compareQuotation(letter, printed, maxSteps)?.sentenceCount).toBe(1);
});

test('the runs are the texts of both, to the letter', () => {
  const printed = 'We hope “this” pause might give the mayor enough time';
  const runs = compareQuotation(letter, printed, maxSteps)?.runs ?? [];
  expect(
    runs
      .map(({ page }) => page)
      .join('')
      .trim(),
  ).toBe(printed);
  expect(
    runs
      .map(({ statement }) => statement)
      .join('')
      .trim(),
  ).toBe(third);
  expect(runs.filter(({ isSame }) => !isSame).map(({ page }) => page.trim())).toEqual(['mayor', '']);
});
