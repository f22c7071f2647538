import { describe, expect, test } from 'vitest';
import { joinPdfLines, type PdfLine } from '../../../src/extension-pages/files/join-pdf-lines.ts';

/** Lines of one column; an empty one leaves room. */
function column(texts: readonly string[], top = 700): PdfLine[] {
  return texts.flatMap((text, n) =>
    text === '' ? [] : [{ text, x: 72, y: top - 14 * n, endX: 72 + 6 * text.length, height: 12 }],
  );
}

describe('lines', () => {
  test.each([
    [
      'room between them parts paragraphs',
      ['The mayor spoke on the bridge today,', 'and left.', '', 'Nobody came to hear it at all.'],
      'The mayor spoke on the bridge today, and left.\n\nNobody came to hear it at all.',
    ],
    [
      'a word divided at the end of a line is joined',
      [
        'The mayor announced that the construc-',
        'tion of the bridge will go on until',
        'the end of the year.',
      ],
      'The mayor announced that the construction of the bridge will go on until the end of the year.',
    ],
    [
      'a hyphen that the word has elsewhere stays',
      ['A long-term plan was made, and it is a long-', 'term plan of the city.', 'It is a long one.'],
      'A long-term plan was made, and it is a long-term plan of the city. It is a long one.',
    ],
    [
      'a name behind a hyphen is another word',
      ['The line from Aberford-', 'Northgate is closed for the whole week.'],
      'The line from Aberford- Northgate is closed for the whole week.',
    ],
  ])('%s', (_, texts, text) => {
    expect(joinPdfLines([column(texts)])).toBe(text);
  });

  test('a first line that is set in opens a paragraph', () => {
    const lines = column([
      'We will close the bridge on Monday of',
      'next week.',
      'We will not open it again, said the',
      'mayor.',
    ]);
    const setIn = lines.map((line, n) => (n === 2 ? { ...line, x: 90 } : line));
    expect(joinPdfLines([setIn])).toBe(
      'We will close the bridge on Monday of next week.\n\nWe will not open it again, said the mayor.',
    );
  });

  test('a headline in larger letters is a paragraph of its own', () => {
    const [headline, ...rest] = column([
      'The bridge is closed',
      'It was closed on Monday, said the',
      'mayor.',
    ]);
    expect(joinPdfLines([[{ ...(headline as PdfLine), height: 20 }, ...rest]])).toBe(
      'The bridge is closed\n\nIt was closed on Monday, said the mayor.',
    );
  });
});

describe('pages', () => {
  const page = (number: number, texts: readonly string[]): PdfLine[] => [
    { text: 'City of Aberford', x: 72, y: 760, endX: 160, height: 9 },
    ...column(texts),
    { text: `Page ${number} of 3`, x: 280, y: 30, endX: 340, height: 9 },
  ];

  test('headers, footers and page numbers are left out, and a sentence goes on on the next page', () => {
    const text = joinPdfLines([
      page(1, ['The mayor said that the bridge', 'will be closed and that nobody']),
      page(2, ['will open it again.', '', 'The council met on Tuesday.']),
      page(3, ['It agreed.']),
    ]);
    expect(text).toBe(
      'The mayor said that the bridge will be closed and that nobody will open it again.\n\nThe council met on Tuesday.\n\nIt agreed.',
    );
  });

  test('what is printed on one page only stays, at whichever edge', () => {
    expect(joinPdfLines([page(1, ['Only once.'])])).toContain('City of Aberford');
  });
});

test('a PDF without lines has no text', () => {
  expect(joinPdfLines([])).toBe('');
  expect(joinPdfLines([[], []])).toBe('');
});
