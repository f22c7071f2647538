import { expect, test, vi } from 'vitest';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { findMentions } from '../../../src/matching/names/find-mentions.ts';
import { BlockContext } from '../../../src/matching/names/page-context.ts';
import { resolveMentions } from '../../../src/matching/names/resolve-mentions.ts';
import { countReadCharacters } from '../count-read-characters.ts';
import { makeIndex, matchBlocks, resolveTexts } from './small-index.ts';

type Rule = Omit<Name, 'text'>;

/**
 * One rule for the name "Ring", with texts in which it is, or is not, the company.
 * separates blocks.
 */
const cases: { what: string; rule: Rule; is?: string[]; isNot?: string[] }[] = [
  {
    what: 'a needed word in the sentence',
    rule: { needs: { sentence: ['doorbell'] } },
    is: ['Ring sells a doorbell.', 'It rang. Ring sells a doorbell.'],
    isNot: ['Ring sells.', 'Ring sells. Nobody has a doorbell.', 'Ring sells.¶A doorbell.'],
  },
  {
    what: 'a needed word in the block',
    rule: { needs: { block: ['doorbell'] } },
    is: ['Ring sells. Nobody has a doorbell.'],
    isNot: ['Ring sells.¶A doorbell.'],
  },
  {
    what: 'a needed word on the page',
    rule: { needs: { page: ['doorbell'] } },
    is: ['Ring sells.¶A doorbell.', 'A doorbell.¶Ring sells.'],
    isNot: ['Ring sells.¶A door.'],
  },
  {
    what: 'any one need suffices',
    rule: { needs: { sentence: ['doorbell'], page: ['Siminoff'] } },
    is: ['Ring sells a doorbell.', 'Ring sells.¶Siminoff left.'],
  },
  {
    what: 'unless refuses',
    rule: { unless: { sentence: ['wedding'] } },
    is: ['Ring sells.', 'Ring sells. A wedding.'],
    isNot: ['Ring for a wedding.'],
  },
  {
    what: 'unless in the block and on the page',
    rule: { unless: { block: ['wedding'], page: ['Wagner'] } },
    isNot: ['Ring sells. A wedding.', 'Ring sells.¶Wagner wrote.'],
  },
  {
    what: 'a met need overrules unless at the same distance',
    rule: { needs: { sentence: ['doorbell'] }, unless: { sentence: ['wedding'] } },
    is: ['Ring sold a doorbell for a wedding.'],
  },
  {
    what: 'a nearer unless overrules a farther need',
    rule: { needs: { page: ['doorbell'] }, unless: { sentence: ['wedding'] } },
    is: ['Ring sells.¶A doorbell.'],
    isNot: ['Ring for a wedding.¶A doorbell.'],
  },
  {
    what: 'also where both stand in the block',
    rule: { needs: { block: ['doorbell'] }, unless: { sentence: ['wedding'] } },
    is: ['Ring sells. A doorbell.', 'Ring sells a doorbell. A wedding.'],
    isNot: ['Ring for a wedding. A doorbell.'],
  },
  {
    what: 'a nearer need overrules a farther unless',
    rule: { needs: { sentence: ['doorbell'] }, unless: { page: ['wedding'] } },
    is: ['Ring sells a doorbell.¶A wedding.'],
  },
  {
    what: 'needs that are optional only overrule',
    rule: { needs: { optional: true, sentence: ['doorbell'] }, unless: { sentence: ['wedding'] } },
    is: ['Ring sells.', 'Ring sold a doorbell for a wedding.'],
    isNot: ['Ring for a wedding.'],
  },
  {
    what: 'never before a word',
    rule: { never: { before: ['Road', '-1T'] } },
    is: ['Ring sells.', 'Ring, Road and rail.'],
    isNot: ['Ring Road is shut.', 'The Ring-1T model.'],
  },
  {
    what: 'never after a word, except before another',
    rule: { never: { after: ['the'], exceptBefore: ['camera*'] } },
    is: ['Ring sells.', 'Look at the Ring cameras.', 'Lathe Ring sells.'],
    isNot: ['Look at the Ring now.'],
  },
  {
    what: 'never before a phrase of many words, or one that the page indents',
    rule: { never: { before: ['Road Safety', `of ${'the '.repeat(40)}Nibelung`] } },
    is: [`Ring of ${'the '.repeat(40)}Nibelungs`],
    isNot: [`Ring of ${'the '.repeat(40)}Nibelung`, `Ring${' '.repeat(500)}Road\n${'\t'.repeat(300)}Safety`],
  },
  {
    what: 'never after such a phrase',
    rule: { never: { after: [`a ${'very '.repeat(30)}old`, 'the wedding'] } },
    is: [`A${'a '.repeat(100)}old Ring`],
    isNot: [`Such a ${'very '.repeat(30)}old Ring`, `the wedding${'\t'.repeat(400)} Ring`],
  },
  {
    what: 'never is not overruled by needs',
    rule: { needs: { sentence: ['doorbell'] }, never: { before: ['Road'] } },
    isNot: ['A doorbell on Ring Road.'],
  },
  {
    what: 'never at the start of an instruction',
    rule: { never: { startingSentenceBefore: ['the'] } },
    is: ['Everybody at Ring the firm knew.'],
    isNot: ['Ring the bell.', 'Go in. Ring the bell.', 'Tip: Ring the bell.'],
  },
  {
    what: 'never among capitals only',
    rule: { case: 'any', never: { allCapitals: true } },
    is: ['RING sells doorbells.', 'RING ドアベル'],
    isNot: ['THE RING RETURNS'],
  },
  {
    what: 'never after a first name',
    rule: { never: { afterGivenName: { except: ['Amazon'] } } },
    is: [
      'Ring sells.',
      'When Ring sells.',
      'On Monday Ring sold.',
      'This is Amazon Ring.',
      'Mr. Ring came.',
      'Police Departments Join Ring Camera Network Across Country',
    ],
    isNot: [
      'A photo by Wilson Ring today.',
      'A photo by Jean-Luc Ring today.',
      'A photo by Wilson J. Ring today.',
    ],
  },
];

test.each(
  cases.flatMap(({ what, rule, is = [], isNot = [] }) => [
    ...is.map((text) => ({ what, rule, text, expected: true })),
    ...isNot.map((text) => ({ what, rule, text, expected: false })),
  ]),
)('$what: "$text" → $expected', ({ rule, text, expected }) => {
  const index = makeIndex([{ id: 'ring', names: [{ text: 'Ring', ...rule }] }]);
  expect(resolveTexts(text.split('¶'), index).flat().length > 0).toBe(expected);
});

const castro = makeIndex([
  {
    id: 'daniel-castro',
    names: [
      'Daniel Castro',
      {
        text: 'Castro',
        needs: { mentions: ['daniel-castro'], sentence: ['ITIF'] },
        never: { afterGivenName: { except: ['Daniel'] } },
      },
    ],
  },
]);

test.each([
  ['alone it is nobody', ['Castro spoke.'], [[]]],
  [
    'after the full name',
    ['Daniel Castro came.', 'Castro spoke.'],
    [['daniel-castro: Daniel Castro'], ['daniel-castro: Castro']],
  ],
  [
    'before the full name',
    ['Castro spoke.', 'Daniel Castro came.'],
    [['daniel-castro: Castro'], ['daniel-castro: Daniel Castro']],
  ],
  [
    'with a title',
    ['Daniel Castro came. Mr. Castro spoke.'],
    [['daniel-castro: Daniel Castro', 'daniel-castro: Castro']],
  ],
  ['beside a needed word', ["ITIF's Castro spoke."], [['daniel-castro: Castro']]],
  [
    'not where another bearer is named, unless its own sentence tells',
    ['Daniel Castro came.', 'Joaquin Castro asked.', 'Castro spoke.', 'Castro of ITIF spoke.'],
    [['daniel-castro: Daniel Castro'], [], [], ['daniel-castro: Castro']],
  ],
  ['not where only another bearer is named', ['Joaquin Castro asked. Castro left.'], [[]]],
])('a surname alone: %s', (_, texts, expected) => {
  expect(resolveTexts(texts, castro)).toEqual(expected);
});

test('two names cannot vouch for each other in a circle', () => {
  const index = makeIndex([
    { id: 'booker', names: [{ text: 'Booker', needs: { mentions: ['merkley'] } }] },
    { id: 'merkley', names: ['Jeff Merkley', { text: 'Merkley', needs: { mentions: ['booker'] } }] },
  ]);
  expect(resolveTexts(['Merkley met Booker.'], index)).toEqual([[]]);
  expect(resolveTexts(['Merkley met Booker.', 'Jeff Merkley left.'], index)).toEqual([
    ['merkley: Merkley', 'booker: Booker'],
    ['merkley: Jeff Merkley'],
  ]);
});

test('of two entities that claim a name, the one with the nearer evidence has it', () => {
  const index = makeIndex([
    { id: 'company', names: [{ text: 'Amazon', needs: { page: ['shares'] } }] },
    { id: 'river', names: [{ text: 'Amazon', needs: { sentence: ['water'] } }] },
  ]);
  expect(resolveTexts(['Amazon has water.', 'Amazon rose.', 'Its shares.'], index)).toEqual([
    ['river: Amazon'],
    ['company: Amazon'],
    [],
  ]);
});

test('two people of one surname who are both on the page leave it unmarked', () => {
  const surname = (id: string) => ({ text: 'Castro', needs: { mentions: [id] } });
  const index = makeIndex([
    { id: 'daniel', names: ['Daniel Castro', surname('daniel')] },
    { id: 'joaquin', names: ['Joaquin Castro', surname('joaquin')] },
  ]);
  expect(resolveTexts(['Daniel Castro met Joaquin Castro.', 'Castro spoke.'], index)[1]).toEqual([]);
  expect(resolveTexts(['Daniel Castro came.', 'Castro spoke.'], index)[1]).toEqual(['daniel: Castro']);
});

test('a name that a longer name covers is not found beside it', () => {
  const index = makeIndex([
    { id: 'man', names: ['George Floyd'] },
    { id: 'act', names: ['George Floyd Justice in Policing Act'] },
  ]);
  expect(resolveTexts(['The George Floyd Justice in Policing Act passed.'], index)).toEqual([
    ['act: George Floyd Justice in Policing Act'],
  ]);
});

test('a long name that is not meant does not hide the names within it', () => {
  const index = makeIndex([
    { id: 'study', names: [{ text: '2018 MIT Media Lab study', needs: { sentence: ['Amazon'] } }] },
    { id: 'lab', names: ['MIT Media Lab'] },
    { id: 'zoom', names: ['Zoom'] },
    {
      id: 'event',
      names: [{ text: 'Zoom closed account', needs: { mentions: ['lab'], sentence: ['June'] } }],
    },
  ]);
  expect(resolveTexts(['A 2018 MIT Media Lab study of robots.'], index)).toEqual([['lab: MIT Media Lab']]);
  expect(resolveTexts(['A 2018 MIT Media Lab study of Amazon.'], index)).toEqual([
    ['study: 2018 MIT Media Lab study'],
  ]);
  expect(resolveTexts(['Zoom closed account.'], index)).toEqual([['zoom: Zoom']]);
  expect(resolveTexts(['Zoom closed account.', 'The 2018 MIT Media Lab study.'], index)).toEqual([
    ['event: Zoom closed account'],
    ['lab: MIT Media Lab'],
  ]);
});

test('mentions are offsets into the unchanged text', () => {
  const index = makeIndex([{ id: 'rekognition', names: ['Amazon Rekognition'] }]);
  const text = 'It is Amazon\u00a0Rekog\u00adnition.';
  const [mention] = findMentions(text, index);
  expect(mention && text.slice(mention.start, mention.end)).toBe('Amazon\u00a0Rekog\u00adnition');
  expect(mention?.name).toBe('Amazon Rekognition');
});

test('a page that grows is judged again with what is already known', () => {
  const first = matchBlocks(['Castro spoke.'], castro);
  expect(resolveMentions(first, castro)).toEqual([[]]);
  const grown = [...first, ...matchBlocks(['Daniel Castro came.'], castro)];
  expect(resolveMentions(grown, castro)[0]).toHaveLength(1);
  expect(resolveMentions(first, castro)).toEqual([[]]);
});

test('a page without names costs nothing and finds nothing', () => {
  expect(resolveTexts([], castro)).toEqual([]);
  expect(resolveTexts(['', ' '], castro)).toEqual([[], []]);
});

test('in a block with many mentions each is asked once for its sentence, not once for each of the others', () => {
  const countAsked = (count: number) => {
    const asked = vi.spyOn(BlockContext.prototype, 'sentenceStartAt');
    const [mentions] = resolveTexts(['Daniel Castro came. Castro spoke. '.repeat(count)], castro);
    const times = asked.mock.calls.length;
    asked.mockRestore();
    expect(mentions).toHaveLength(2 * count);
    return times;
  };
  const few = countAsked(50);
  expect(few).toBeGreaterThan(0);
  expect(countAsked(200)).toBe(4 * few);
});

test.each<[what: string, sentence: string, name: Rule]>([
  ['after a first name', 'a photo by Wilson Ring, ', { never: { afterGivenName: { except: ['Amazon'] } } }],
  ['among capitals', 'A PHOTO BY RING, ', { case: 'any', never: { allCapitals: true } }],
  [
    'by the words of its sentence',
    'a photo by Ring, ',
    { needs: { sentence: ['doorbell'], page: ['camera'] } },
  ],
  ['by its neighbours', 'a photo by Ring, ', { never: { before: ['Road'], after: ['the'] } }],
])('judging a name %s reads a text twice as long twice, not four times', (_what, sentence, rule) => {
  const index = makeIndex([{ id: 'ring', names: [{ text: 'Ring', ...rule }] }]);
  const [once = 0, twice = 0] = [2_000, 4_000].map((times) => {
    const text = sentence.repeat(times);
    return countReadCharacters(() => void findMentions(text, index)) / text.length;
  });
  expect(once).toBeLessThan(200);
  expect(twice).toBeLessThan(1.1 * once);
});
