import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/stories/quotations/find-quotations.ts';
import type { Quotation } from '../../../src/stories/text/article.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { articleOf } from '../article-of.ts';

const find = (text: string): readonly Quotation[] => findQuotations(articleOf(text));

describe('the quotations of an article', () => {
  test.each<readonly [text: string, ...quoted: string[]]>([
    ['“We won,” she said, “and they know.”', 'We won,', 'and they know.'],
    ['She said: "We won." Then she left.', 'We won.'],
    ["''We won,'' she said. ''They know.''", 'We won,', 'They know.'],
    ["''We won, and that's that,'' she said.", "We won, and that's that,"],
    ['‘We won,’ she said of the users’ vote.', 'We won,'],
    ['„Wir haben gewonnen“, sagte sie.', 'Wir haben gewonnen'],
    ['«\u202fNous avons gagné\u202f», dit-elle.', '\u202fNous avons gagné\u202f'],
    // Nested: the inner one follows the outer one.
    [
      '“He told me ‘never again,’ and left,” she said.',
      'He told me ‘never again,’ and left,',
      'never again,',
    ],
    [
      '"It was not “a war of choice” for us," he said.',
      'It was not “a war of choice” for us,',
      'a war of choice',
    ],
    // Over several paragraphs, a mark at the beginning of each.
    ['“We won.\n\n“They know it,” she said.', 'We won.', 'They know it,'],
    ['“We won.\n\nThey know it,” she said.', 'We won.', 'They know it,'],
    ['“We won.\r\n \r\n“They know it,” she said.', 'We won.', 'They know it,'],
    // Wrapped lines are not paragraphs.
    [
      `The council met for the third time that week, and “nobody\nhad slept,” its chairwoman said. The vote was to be on the\nFriday.`,
      'nobody\nhad slept,',
    ],
    // A mark is missing or typed twice.
    ['“We won, Mr. Lee said. “They know.”', 'We won,', 'They know.'],
    ['“We won,” she said. He answered: “They know. And he left.', 'We won,', 'They know.'],
    ['“We won, and all of them know it.\n\nThe vote was close.', 'We won, and all of them know it.'],
    ['We won," she said. "They know."', 'We won,', 'They know.'],
    ['""We won," she said.', 'We won,'],
    // None.
    ['He is 6\' 2" tall, and the pipe was 8" wide.'],
    ["The users' data, rock 'n' roll and the '90s."],
    ['"" and “ ”'],
    [''],
  ])('%j', (text, ...quoted) => {
    expect(find(text).map((quotation) => quotation.text)).toEqual(quoted);
  });

  test('a paragraph that the page set as a quotation needs no marks', () => {
    const text = 'He wrote:\n\nWe won.\n\nThe vote was close.';
    const quotedBlocks = [{ start: 11, end: 18 }];
    expect(findQuotations({ ...articleOf(text), quotedBlocks }).map((quotation) => quotation.text)).toEqual([
      'We won.',
    ]);
  });

  test.each([
    ['“We won,” she said, “and they know.”', [false, true]],
    ['“We won,” she said. “They know.”', [false, true]],
    ['“We won.\n\n“They know,” she said.', [false, true]],
    ['“We won,” she said.\n\n“They know.”', [false, false]],
    ['“We won,” Ann Lee said. “They know,” Bo Ray said.', [false, false]],
    ['“We won,” she said. He did not answer. “They know.”', [false, false]],
  ])('which go on with the one before in %j', (text, expected) => {
    expect(find(text).map(({ continuesPrevious }) => continuesPrevious)).toEqual(expected);
  });

  test('which are within another', () => {
    expect(find('“He said ‘no,’ twice,” she said. “Really.”').map(({ isNested }) => isNested)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test.each([
    ['She wrote the novel “A House of Glass” in a year.', 'title'],
    ['He said on CBS’s “Face the Day” that he would go.', 'title'],
    ['She said so on the “Ann Lee” show.', 'title'],
    ['The “Glass” series is read by all.', 'title'],
    ['He spoke of the “House of Cards” there.', 'speech'],
    ['Her book, “Glass,” was read by all.', 'title'],
    ['The so-called “smart” lock did not open.', 'scare'],
    ['The “smart” lock did not open.', 'scare'],
    ['They used the word “pause” in each letter.', 'scare'],
    ['He called the plan “a House of Cards” and left.', 'speech'],
    ['Newsweek dubbed her “The Queen of Rage” that year.', 'speech'],
    ['The jury found him “not guilty” on Friday.', 'speech'],
    ['She said the “smart” lock did not open.', 'speech'],
    ['“We won,” she said.', 'speech'],
  ])('what is between the marks of %j: %s', (text, kind) => {
    expect(find(text).map((quotation) => quotation.kind)).toEqual([kind]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ..."“ ” \" ' ‘ ’ „ « » '' \n\n , . ? ! : — ( )".split(' '),
    '\n\n',
    ' ',
    ' said ',
    ' Ann Lee ',
    'Lee',
    ' she ',
    ' the company ',
    ' according to ',
    ' We won',
    ' Mr. ',
    ' who ',
    ' saying ',
    'a ',
    '\ue000',
    '\ud83d',
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('gives offsets that slice back, in order, and speakers inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        let last = 0;
        for (const { start, end, text: quoted, speaker, isNested } of find(text)) {
          expect(text.slice(start, end)).toBe(quoted);
          expect(quoted).toMatch(/\S/);
          if (!isNested) {
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
          if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
          if (speaker?.role !== undefined) expect(text).toContain(speaker.role);
        }
      }),
      fuzzRuns('quotations', 3000),
    );
  });

  test('is read in passing, however long', () => {
    for (const part of [
      '“a, he said ',
      '"a ',
      '“A,” Ann Lee said. ',
      '“a.\n\n',
      '“We won,” Ann Lee, a ',
      "''a '' ",
    ]) {
      expect(find(part.repeat(100_000 / part.length)).length).toBeGreaterThan(0);
    }
  });
});
