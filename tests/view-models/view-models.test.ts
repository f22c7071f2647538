import { expect, test } from 'vitest';
import { formatDate, formatDay } from '../../src/i18n/format-date.ts';
import { setLanguage } from '../../src/i18n/language.ts';
import { countedText, formatList, text } from '../../src/i18n/texts.ts';
import { citeCard, citeStatement, reportCard } from '../../src/ui/card/cite-card.ts';
import type { CitedSource } from '../../src/view-models/card-content.ts';
import { countOutlets } from '../../src/view-models/group-positions.ts';
import { orderClaims } from '../../src/view-models/order-claims.ts';
import { groupWordings, onlyOutlet } from '../../src/view-models/quotations/group-wordings.ts';
import { alteredCopy, card, gazette, herald, pause, wording } from '../ui/card/card-statement.ts';

test('two editions of one article that print the same are one wording', () => {
  const later = { ...gazette, id: 'gazette-later' };
  const grouped = groupWordings([
    wording(gazette, 'a b'),
    wording(later, 'a b'),
    wording(herald, 'a b'),
    wording(later, 'a c'),
  ]);
  expect(grouped.map(({ wording: { source }, editions }) => [source.id, editions])).toEqual([
    ['gazette', 2],
    ['herald', 1],
    ['gazette-later', 1],
  ]);
});

test('an altered copy is no edition, and no second outlet', () => {
  const copied = wording({ ...alteredCopy, outlet: gazette.outlet }, 'a b');
  expect(groupWordings([copied, wording(gazette, 'a b')])).toHaveLength(2);
  expect(onlyOutlet([wording(alteredCopy, 'a b'), wording(gazette, 'a b')])).toBe(gazette.outlet);
  expect(onlyOutlet([wording(alteredCopy, 'a b')])).toBe(alteredCopy.outlet);
});

test('two editions of one article are one outlet', () => {
  expect(onlyOutlet([wording(gazette, 'a'), wording({ ...gazette, id: 'later' }, 'b')])).toBe('The Gazette');
  expect(onlyOutlet([wording(gazette, 'a'), wording(herald, 'a')])).toBeUndefined();
});

test('claims on which sources differ come first, those of one outlet last', () => {
  const agreed = {
    ref: 'test/agreed',
    text: 'Agreed.',
    positions: [
      { source: gazette, stance: 'says' as const, evidence: ['x'] },
      { source: herald, stance: 'says' as const, evidence: ['x'] },
    ],
  };
  const [paused, letter] = card.positions;
  const views = orderClaims([letter, agreed, paused].filter((claim) => claim !== undefined));
  expect(views.map(({ claim }) => claim.ref)).toEqual(['test/paused', 'test/agreed', 'test/letter']);
  expect(views.map(({ isDisputed, onlyOutlet: only }) => [isDisputed, only])).toEqual([
    [true, undefined],
    [false, undefined],
    [false, 'The Herald'],
  ]);
  expect(views[0]?.silentOutlets).toEqual(['unidentified republisher']);
});

test.each([
  ['says', 'says', false],
  ['says', 'says-in-part', false],
  ['says-in-part', 'says-otherwise', true],
  ['says', 'says-otherwise', true],
  ['says-otherwise', 'says-otherwise', false],
  ['does-not-mention', 'says-otherwise', false],
] as const)('sources of which one %s and one %s differ: %s', (first, second, differ) => {
  const positions = [
    { source: gazette, stance: first, evidence: ['x'] },
    { source: herald, stance: second, evidence: ['y'] },
  ];
  const [view] = orderClaims([{ ref: 'test/claim', text: 'A claim.', positions }]);
  expect(view?.isDisputed).toBe(differ);
});

test('an altered copy comes after every other source, whatever it says', () => {
  const positions = [
    { source: alteredCopy, stance: 'says' as const, evidence: ['x'] },
    { source: gazette, stance: 'says-in-part' as const, evidence: ['y'] },
    { source: herald, stance: 'says' as const, evidence: ['z'] },
  ];
  const [view] = orderClaims([{ ref: 'test/claim', text: 'A claim.', positions }]);
  expect(view?.speaking.map(({ source }) => source.id)).toEqual(['herald', 'gazette', 'copy']);
});

const altered = { ...alteredCopy, outlet: gazette.outlet };
const late = { ...gazette, id: 'late', outlet: 'Gazette Online', firstOutlet: gazette.outlet };

test.each<[string, ...[CitedSource, 'says' | 'says-otherwise'][]]>([
  ['an altered copy that says otherwise', [gazette, 'says'], [alteredCopy, 'says-otherwise']],
  ['an altered copy that says so, too', [gazette, 'says'], [alteredCopy, 'says']],
  ['an altered copy that has the name of the outlet', [altered, 'says-otherwise'], [gazette, 'says']],
  ['another edition', [gazette, 'says'], [late, 'says']],
])('%s is no second outlet', (_case, ...taken) => {
  const positions = taken.map(([source, stance]) => ({ source, stance, evidence: ['x'] }));
  const [view] = orderClaims([{ ref: 'test/claim', text: 'A claim.', positions }]);
  expect(view).toMatchObject({ isDisputed: false, onlyOutlet: 'The Gazette' });
  expect(view?.speaking).toHaveLength(2);
  expect(countOutlets(view?.speaking ?? [])).toBe(1);
});

test('an outlet is silent, though an altered copy with its name speaks; the copy is named if it is alone', () => {
  const positions = [
    { source: altered, stance: 'says' as const, evidence: ['x'] },
    { source: gazette, stance: 'does-not-mention' as const, evidence: [] },
  ];
  const [view] = orderClaims([{ ref: 'test/claim', text: 'A claim.', positions }]);
  expect(view).toMatchObject({ silentOutlets: ['The Gazette'], onlyOutlet: altered.outlet });
});

test('a claim on which no source speaks is not shown', () => {
  const silent = { source: herald, stance: 'does-not-mention' as const, evidence: [] };
  expect(orderClaims([{ ref: 'test/none', text: 'None.', positions: [silent] }])).toEqual([]);
});

test('a citation names speaker, outlet, date and address, and prints every wording exactly', () => {
  const cited = citeStatement(pause);
  expect(cited).toContain('Ada Example, director:');
  expect(cited).toContain(
    '“We will pause the sale of our system for one year.” (The Gazette, “A pause”, 10 June 2020, https://gazette.example/pause)',
  );
  expect(cited).toContain(
    '“We will pause the sale of our system” … “hope that this helps everyone” (The Herald',
  );
  expect(cited).toContain(`Altered copy of ${alteredCopy.rewordedFrom}`);
  expect(citeCard(card)).toContain('as of 28 June 2024, entry test/example-system');
});

test('an error report holds the ids and the name on the page', () => {
  const report = reportCard(card, { textOnPage: 'the ExSys' });
  for (const part of [
    'test/example-system',
    'the ExSys',
    'test/pause',
    'test/paused, test/letter',
    '2024-06-28',
  ]) {
    expect(report).toContain(part);
  }
});

test.each([
  ['2020-06-10', 'day', '10 June 2020'],
  ['2020-06', 'month', 'June 2020'],
  ['2020', 'year', '2020'],
  ['2020-13', 'month', '2020-13'],
] as const)('%s is as exact as it is known', (value, precision, expected) => {
  expect(formatDate({ value, precision })).toBe(expected);
});

test('texts are filled in, and what is filled in is not filled again', () => {
  expect(text('cardBack', { title: 'A {title} $&' })).toBe('Back to A {title} $&');
  expect(countedText('cardOutlets', 1)).toBe('1 outlet');
  expect(countedText('cardOutlets', 999)).toBe('999 outlets');
  expect(countedText('cardOutlets', 1200)).toBe('1,200 outlets');
});

test.each([
  ['en', '1 outlet', '1,200 outlets', '10 June 2020', 'June 2020', 'a, b, c'],
  ['de', '1 Medium', '1.200 Medien', '10. Juni 2020', 'Juni 2020', 'a, b, c'],
  ['es', '1 medio', '1200 medios', '10 de junio de 2020', 'junio de 2020', 'a, b, c'],
  ['fr', '1 média', '1\u202f200 médias', '10 juin 2020', 'juin 2020', 'a, b, c'],
])('%s has its own plurals, numbers, dates and lists', (language, one, many, day, month, list) => {
  setLanguage(language, []);
  const said = [
    countedText('cardOutlets', 1),
    countedText('cardOutlets', 1200),
    formatDay('2020-06-10'),
    formatDate({ value: '2020-06', precision: 'month' }),
    formatList(['a', 'b', 'c']),
  ];
  setLanguage('en', []);
  expect(said).toEqual([one, many, day, month, list]);
});

test('French counts nothing as one, German as several', () => {
  const none = ['fr', 'de'].map((language) => {
    setLanguage(language, []);
    return countedText('optionsEntities', 0);
  });
  setLanguage('en', []);
  expect(none).toEqual(['0 entrée', '0 Einträge']);
});
