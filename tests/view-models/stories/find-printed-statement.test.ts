import { expect, test } from 'vitest';
import type { AnnotatedArticle } from '../../../src/view-models/annotated-article.ts';
import { findPrintedStatement } from '../../../src/view-models/stories/find-printed-statement.ts';

/** A page on which each text is a match of the statement before it. */
const pageOf = (...matches: (readonly [string, string])[]): AnnotatedArticle => ({
  title: '',
  address: '',
  date: null,
  blocks: matches.map(([statement, text]) => ({
    text: `“${text}”`,
    mentions: [],
    traces: [
      {
        ...{ statement, kind: 'verbatim', similarity: 1, speakerDiffers: false, differences: [] },
        ...{ start: 1, end: text.length + 1 },
      },
    ],
  })),
});

const page = pageOf(['p/a', 'We pause.'], ['p/b', 'We will wait for rules'], ['p/a', 'We pause for a year.']);

test('words are found by the match that prints them, or a part of them, counted for each statement', () => {
  expect(findPrintedStatement(page, 'We pause for a year,')).toEqual({ statement: 'p/a', index: 0 });
  expect(findPrintedStatement(page, 'for a year')).toEqual({ statement: 'p/a', index: 1 });
  expect(findPrintedStatement(page, 'We will wait for rules, and for courts')).toEqual({
    statement: 'p/b',
    index: 0,
  });
});

test('parts of words, and matches without any, are no match', () => {
  expect(findPrintedStatement(page, 'ruleset')).toBeUndefined();
  expect(findPrintedStatement(pageOf(['p/a', '…']), 'We pause')).toBeUndefined();
});
