/** An author sees in which characters a copied quotation differs from its article, even if they look alike. */
import { expect, test } from 'vitest';
import { describeDifference } from '../../../tools/knowledge-checks/describe-difference.ts';
import { findClosestPassage } from '../../../tools/knowledge-checks/find-closest-passage.ts';

const article = `The dam will be opened next month.

“We will open the dam in October, and it’s safe – for the fish,” said Jo Brook, who has kept the river for nine\u00a0years
and has never seen it so empty as in the co\u00adoperative summers, when the water was low at the caf\u00e9 of K\u00f6ln.
« Et\u202falors\u202f?\u00a0» 東京の水道局は、すべての橋を調べると言った。`;

function compare(text: string): string | undefined {
  const passage = findClosestPassage(article, text);
  return passage && describeDifference(article.slice(passage.start, passage.end), text).sentence;
}

test.each([
  [
    "October, and it's safe",
    "“’” there, “'” here: U+2019 RIGHT SINGLE QUOTATION MARK, not U+0027 APOSTROPHE",
  ],
  ['it’s safe - for the fish', '“–” there, “-” here: U+2013 EN DASH, not U+002D HYPHEN-MINUS'],
  [
    'the river for nine years',
    '“[U+00A0 NO-BREAK SPACE]” there, “ ” here: U+00A0 NO-BREAK SPACE, not U+0020 SPACE',
  ],
  [
    'nine\u00a0years and has never',
    '“[U+000A LINE FEED]” there, “ ” here: U+000A LINE FEED, not U+0020 SPACE',
  ],
  [
    'in the cooperative summers',
    '“co[U+00AD SOFT HYPHEN]operative” there, “cooperative” here: U+00AD SOFT HYPHEN is missing here',
  ],
  [
    'when the water\u200b was low',
    'nothing there, “[U+200B ZERO WIDTH SPACE]” here: U+200B ZERO WIDTH SPACE is too much here',
  ],
  [
    'low at the cafe\u0301 of K',
    '“café” there, “cafe[U+0301 COMBINING ACUTE ACCENT]” here: U+00E9, not U+0065 + U+0301 COMBINING ACUTE ACCENT',
  ],
  ['who h\u0430s kept the river', '“has” there, “h\u0430s” here: U+0061, not U+0430 a Cyrillic letter'],
  ['has never seen it so full as', '“empty” there, “full” here'],
  ['We will the dam in October', '“open” there, nothing here'],
  [
    'Et alors\u202f?',
    '“[U+202F NARROW NO-BREAK SPACE]” there, “ ” here: U+202F NARROW NO-BREAK SPACE, not U+0020 SPACE',
  ],
  ['すべての桥を調べる', '“橋” there, “桥” here: U+6A4B, not U+6865'],
  ['Brok', undefined],
  ['each hour many salmon swam', undefined],
])('%s', (text, reported) => {
  expect(compare(text)).toBe(reported && `The difference: ${reported}.`);
});

test('a long word that occurs once in the article identifies the place', () => {
  const passage = findClosestPassage(article, 'every cooperative salmon');
  expect(article.slice(passage?.start, passage?.end)).toContain('co\u00adoperative summers');
});

test('of several differences the first is shown, and how many there are', () => {
  expect(compare('We will close the dam in November, and it’s safe')).toBe(
    'The first of 2 differences: “open” there, “close” here.',
  );
});

test('both sides show the words around the difference, however long the quotation is', () => {
  const long = `${'many words stand before it, '.repeat(50)}it’s safe${', and many after it'.repeat(50)}`;
  const { article: there, pack: here } = describeDifference(long, long.replace('’', "'"));
  expect(there).toBe('…words stand before it, it’s safe, and many after it…');
  expect(here).toBe("…words stand before it, it's safe, and many after it…");
});

test('a difference that is long itself is cut in its middle', () => {
  const { sentence } = describeDifference(`a ${'x '.repeat(200)}b`, 'a b');
  expect(sentence).toMatch(/^The difference: “x x [x ]+ … [x ]+” there, nothing here\.$/);
  expect(sentence.length).toBeLessThan(120);
});
