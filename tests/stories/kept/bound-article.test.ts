import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLine } from '../../../src/stories/kept/bound-article.ts';
import { nameStory } from '../../../src/stories/kept/name-story.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { articleOf } from '../article-of.ts';

const x = (count: number) => 'x'.repeat(count);

test.each([
  [x(500), x(500)],
  [`${x(500)} `, x(500)],
  [x(501), `${x(499)}…`],
  [`${x(498)}😀y`, `${x(498)}…`],
  [`${x(499)}😀`, `${x(499)}…`],
  [`${x(498)} 😀`, `${x(498)}…`],
  [`${x(498)} yy`, `${x(498)}…`],
  ['a \ud800 b', 'a b'],
  [' \n\t\u0000 ', ''],
])('a line is cut between characters: %#', (line, cut) => {
  expect(cutLine(line)).toBe(cut);
});

/** Long enough to be cut, of what is cut: halves of characters, spaces and signs that are not shown. */
const line = fc
  .tuple(
    fc.integer({ min: 0, max: 503 }),
    fc.array(fc.constantFrom('x', ' ', '\n', '\u0000', '\ud83d', '\ude00', '😀', '…'), { maxLength: 12 }),
  )
  .map(([count, end]) => x(count) + end.join(''));

test('a line that was cut stays as it is', () => {
  fc.assert(
    fc.property(line, (any) => {
      const cut = cutLine(any);
      expect(cut.length).toBeLessThanOrEqual(500);
      expect(cutLine(cut)).toBe(cut);
    }),
    fuzzRuns('cut lines', 500),
  );
});

test('a story is called after its first article, and never nothing', () => {
  const all = {
    ...articleOf(
      'The bridge will close on Monday, said the mayor of Aberford, and nobody knows for how long.',
    ),
    ...{ title: 'Bridge', outlet: 'Herald', address: 'https://www.herald.example/bridge' },
  };
  const names = [
    all,
    { ...all, title: '' },
    { ...all, title: ' ', outlet: '' },
    { ...all, title: '', outlet: '', address: '' },
    { ...articleOf('橋'.repeat(100)) },
    articleOf(' '),
  ].map(nameStory);
  expect(names).toEqual([
    ...['Bridge', 'Herald', 'herald.example'],
    'The bridge will close on Monday, said the mayor of Aberford,…',
    `${'橋'.repeat(60)}…`,
    '…',
  ]);
});
