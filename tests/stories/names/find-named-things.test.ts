import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNamedThings, type NamedThing } from '../../../src/stories/names/find-named-things.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { articleOf } from '../article-of.ts';

const find = (...texts: string[]): readonly NamedThing[] => findNamedThings(texts.map(articleOf));
const spellings = (...texts: string[]) => find(...texts).map((thing) => thing.spellings.join(' / '));

describe('names', () => {
  test.each<readonly [what: string, texts: readonly string[], expected: readonly string[]]>([
    ['twice in one', ['We saw Ann Lee. Then Ann Lee left.'], ['Ann Lee']],
    ['in two articles', ['We saw Ann Lee.', 'Later Ann Lee left.'], ['Ann Lee']],
    ['once only', ['We saw Ann Lee.'], []],
    ['a surname for the full name', ['We saw Ann Lee. Then Lee left.'], ['Ann Lee / Lee']],
    ['a surname that another article has in full', ['We saw Lee.', 'Then Ann Lee left.'], ['Ann Lee / Lee']],
    ['two people of one surname', ['Ann Lee met Bo Ray Lee. Later Lee left with Lee.'], ['Lee']],
    [
      'a last word that is no surname: it stands with a small letter, too',
      ['They sell River Technology. Later Technology rose, as technology does. We like River Technology.'],
      ['River Technology'],
    ],
    [
      'what follows an acronym, and is no surname',
      [
        'We saw the U.S. Capitol. The U.S. Capitol and WLA Northland closed. Near the Capitol of Northland they left.',
      ],
      ['U.S. Capitol'],
    ],
    [
      'titles and initials',
      ['Sen. Ann B. Lee spoke.', 'We heard Senator Ann Lee.'],
      ['Ann B. Lee / Ann Lee'],
    ],
    ['short forms of first names', ['We saw James Hill.', 'We saw Jim Hill.'], ['James Hill / Jim Hill']],
    [
      'an acronym in parentheses',
      ['The Water and Land Agency (WLA) closed.', 'Now the WLA opens.'],
      ['WLA / Water and Land Agency'],
    ],
    [
      'a company of two names',
      ['We saw Procter and Gamble. Then Procter and Gamble left.'],
      ['Procter and Gamble'],
    ],
    [
      'an agency of two subjects',
      ['The Food and Drug Administration closed.', 'We saw the Food and Drug Administration.'],
      ['Food and Drug Administration'],
    ],
    [
      'a foundation that is named once, and once by its initials',
      ['We saw the U.S. Water and Land Agency (WLA) today. The WLA closed.'],
      ['WLA / Water and Land Agency'],
    ],
    [
      'a person whose office is printed like a part of the name',
      [
        'Safety Adviser Ann Lee came. We saw Ann Lee.',
        'Then Lee left New York City. New York City saw York.',
      ],
      ['Ann Lee / Lee', 'New York City'],
    ],
    [
      'two people who always come together',
      ['We saw Ann Lee and Eve Moss. Then Ann Lee and Eve Moss left.'],
      ['Ann Lee', 'Eve Moss'],
    ],
    [
      'two who are together twice, and once apart',
      ['We saw Lowell and Ipswich. Near Lowell and Ipswich they live. It rains in Ipswich.'],
      ['Ipswich', 'Lowell'],
    ],
    ['two with titles', ['We saw Mr. Lee and Ms. Moss. Then Mr. Lee and Ms. Moss left.'], ['Lee', 'Moss']],
    ['a possessive', ['We saw Ann Lee’s car. It is Ann Lee.'], ['Ann Lee']],
    ['no word that only begins sentences', ['Water rose. Water fell.'], []],
    ['a word that begins one and stands in one', ['Lowell closed. We love Lowell.'], ['Lowell']],
    ['no days and peoples', ['On Monday Americans came. On Monday Americans left.'], []],
    [
      'no headings in title case',
      ['Flood Closes Both Bridges Over Ohio River\n\nFlood Closes Both Bridges Over Ohio River'],
      [],
    ],
    [
      'a work',
      ['She wrote the novel “A House of Glass” here.', 'Her novel “A House of Glass,” was read.'],
      ['A House of Glass'],
    ],
    [
      'no office without a name, but a Congress',
      ['The Committee met. We saw Congress. A Committee left Congress.'],
      ['Congress'],
    ],
    [
      'of an office with of',
      ['We saw the Department of Justice. The Department of Justice left.'],
      ['Department of Justice'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(spellings(...texts)).toEqual(expected);
  });

  test('of one entity of a pack are one thing', () => {
    const entityOf = (spelling: string) =>
      /^(?:Lowell Dam|the Dam|Dam)$/.test(spelling) ? 'dam' : undefined;
    const articles = ['The Lowell Dam broke.', 'We saw the Dam.'].map(articleOf);
    expect(findNamedThings(articles, entityOf)).toMatchObject([
      { entity: 'dam', spellings: ['Dam', 'Lowell Dam'] },
    ]);
  });

  test.each([
    ['Ann Lee spoke. Later Lee left.', 'person'],
    ['We met Sen. Lopez. Sen. Lopez left.', 'person'],
    ['We saw the River Agency. The River Agency left.', 'organisation'],
    ['It rained in Lowell. We live in Lowell.', 'place'],
    ['We saw the Glockenspiel. It was the Glockenspiel.', 'unknown'],
  ])('what it is: %s (%s)', (text, kind) => {
    expect(find(text).map((thing) => thing.kind)).toEqual([kind]);
  });

  test.each<readonly [text: string, ...descriptions: string[]]>([
    ['Republican Sen. Ann Lee spoke. Lee left.', 'Republican Sen.'],
    ['Then Ann Lee, a lawyer from Ohio, spoke. Lee left.', 'a lawyer from Ohio'],
    ['Then Ann Lee, 47, a lawyer from Ohio, spoke. Lee left.', 'a lawyer from Ohio'],
    ['The league’s director Ann Lee spoke. Lee left.', 'The league’s director'],
    ['Then Ann Lee (the league’s director) spoke. Lee left.', 'the league’s director'],
    ['Then Ann Lee, chairwoman of the league, spoke. Lee left.', 'chairwoman of the league'],
    [
      'Ann Lee, the sister of U.S Senate hopeful Eve Moss (R) and a lawyer, spoke. Lee left.',
      'the sister of U.S Senate hopeful Eve Moss',
    ],
    ['One of ex-Vice President Ann Lee’s friends spoke. Lee left.', 'ex-Vice President'],
    // No descriptions.
    ['They will consider Ann Lee. Lee left.'],
    ['Then Ann Lee, speaking in Ohio, left. Lee came back.'],
    ['Then Ann Lee, who was late, left. Lee came back.'],
    ['We saw Ann Lee, the mayor said. Lee left.'],
    ['Mr. Lee spoke. Ann Lee left.'],
  ])('how it is described in %j', (text, ...descriptions) => {
    expect(find(text)[0]?.descriptions.map((span) => span.text)).toEqual(descriptions);
  });
});

describe('any articles', () => {
  const piece = fc.constantFrom(
    'Ann Lee',
    'Lee',
    ' ',
    '. ',
    ', a lawyer, ',
    ' (AL) ',
    'Sen. ',
    ' of the ',
    'Department',
    '’s',
    '\n\n',
    '“',
    '”',
    ' said ',
    '&',
    'A.',
    ' the novel ',
    '\ud83d',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('give spans that slice back, and the same names in any order', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const things = find(...texts);
        for (const { mentions, descriptions, name, spellings: all } of things) {
          expect(mentions.length).toBeGreaterThan(1);
          expect(all).toContain(name);
          for (const span of [...mentions, ...descriptions]) {
            expect(texts[span.article]?.slice(span.start, span.end)).toBe(span.text);
          }
        }
        const names = (found: readonly NamedThing[]) =>
          found.map((thing) => [thing.name, thing.kind, thing.mentions.length]);
        expect(names(find(...texts.toReversed()))).toEqual(names(things));
      }),
      fuzzRuns('names', 1000),
    );
  });
});
