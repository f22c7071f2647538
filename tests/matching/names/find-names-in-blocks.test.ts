import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { findNamesInBlocks } from '../../../src/matching/names/find-names-in-blocks.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { makeIndex } from './small-index.ts';

const index = makeIndex([
  { id: 'a', names: ['Gender Shades', 'Shades of grey', 'a b c', 'b'] },
  { id: 'b', names: ['NIST'], show: 'with-story' },
]);
const piece = fc.constantFrom(
  ...[
    'Gender',
    'Shades',
    'of',
    'grey',
    'NIST',
    'a',
    'b',
    'c',
    ' ',
    ' ',
    ' ',
    '.',
    'x',
    '\u2028',
    '\u200b',
    '-',
    '@',
    '.com',
  ],
);
const texts = fc.array(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  { maxLength: 8 },
);

test('the names of each line are those that it has alone', () => {
  fc.assert(
    fc.property(texts, (made) => {
      const found = findNamesInBlocks(made, index);
      expect(found.map(({ lines }) => lines.map(({ text }) => text).join('\u2028'))).toEqual(made);
      for (const { lines } of found)
        for (const { text, matches } of lines) expect(matches).toEqual(findNames(text, index));
    }),
    fuzzRuns('names in blocks', 20_000),
  );
});

test.each([
  ['a name within a block', ['Gender Shades', 'of grey'], [undefined, undefined]],
  ['no name over the edge', ['Gender Shades', 'NIST'], [undefined, undefined]],
  ['a name over an edge', ['Gender', 'Shades', 'NIST'], ['always', 'always', undefined]],
  ['a name over the end of a line', ['Gender\u2028Shades'], ['always']],
  ['a name where words touch', ['x\u200bNIST'], ['with-story']],
  ['a name of two elements', ['NI\u200bST'], [undefined]],
] as const)('where layout decides: %s', (_, made, expected) => {
  expect(findNamesInBlocks(made, index).map(({ mayHide }) => mayHide)).toEqual(expected);
});
