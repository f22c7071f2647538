import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '../../../src/knowledge/name-checks/fold-words.ts';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { findNamesSlowly } from './find-names-oracle.ts';

/** Random dictionaries, each with as many random texts: 20,000 pairs. */
const { numRuns: dictionaryCount, seed } = fuzzRuns('dictionaries', 1_000);
const textsEach = 20;

// Few letters, so that names nest, repeat and overlap; every kind of character that folding or a word edge treats
// specially.
const letters = fc.constantFrom('a', 'b', 's', 'A', 'B', 'ab', 'Ab', 'AB', 'the', 'es', 'ch', 'aaaaa');
const spaces = fc.constantFrom(' ', ' ', '  ', '\n', '-', '\u00a0', '–');
const oddities = fc.constantFrom(
  ...[
    '\u00ad',
    '\u0301',
    'á',
    'Á',
    '’',
    "'",
    '.',
    '/',
    '@',
    'ＡＢ',
    '亚',
    '马',
    '가',
    '나',
    '𝐚',
    '😀',
    '\uffff',
    '\ufffc',
  ],
  ...[
    'İ',
    'ß',
    'ss',
    '_',
    '²',
    '1️⃣',
    'ו',
    'को',
    '1',
    'é',
    '\u200b',
    'Ж',
    'ж',
    'ς',
    'ﬁ',
    '½',
    '№',
    'か\u3099',
    'が',
    'ﾊ',
    '\ud800',
    '\udc00',
    '.com',
  ],
  // Characters that the matcher itself treats specially: its seam between texts, runs of spaces, letters whose lower
  // case has another length.
  ...[
    '\u007f',
    '\ufeff',
    '\u3000',
    '\u00a0\u00a0',
    ' \n\t ',
    '…',
    '``',
    '“',
    '"',
    '\u2011',
    'ａ',
    '１',
    'a\u0308',
    'b\u0301\u0323',
    '\u0345',
    '\u1100\u1161',
    '한글',
    'Жа',
    'K',
    'ẞ',
    'ŉ',
    'ǅ',
    'Σ',
    '٣',
    '\u2028',
    '\u034f',
    '𝟏',
    'ⓐ',
    '\ufe0f',
  ],
);
const piece = fc.oneof(
  { weight: 6, arbitrary: letters },
  { weight: 4, arbitrary: spaces },
  { weight: 2, arbitrary: oddities },
);
const phrase = (minLength: number, maxLength: number) =>
  fc.array(piece, { minLength, maxLength }).map((pieces) => pieces.join(''));
const name = fc.record(
  { text: phrase(1, 5).filter((text) => splitWords(text).length > 0), case: fc.constantFrom('exact', 'any') },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Name>;
/** Texts made from the dictionary, or most would contain no name. */
const dictionaryAndTexts = fc.array(name, { minLength: 1, maxLength: 8 }).chain((names) => {
  const part = fc.oneof(piece, fc.constantFrom(...names.map(({ text }) => text)), spaces);
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  return fc.tuple(fc.constant(names), fc.array(text, { minLength: textsEach, maxLength: textsEach }));
});

function indexOf(names: readonly Name[]) {
  return openNameIndex(compileNames([{ ref: 'p/a', topic: 'p/t', show: 'always', names }]));
}

test('finds what every name at every position finds, leftmost-longest', { timeout: 300_000 }, () => {
  let texts = 0;
  let matches = 0;
  fc.assert(
    fc.property(dictionaryAndTexts, ([names, samples]) => {
      const index = indexOf(names);
      for (const text of samples) {
        const found = findNames(text, index);
        texts++;
        matches += found.length;
        expect(found, JSON.stringify({ text, names })).toEqual(findNamesSlowly(text, names));
      }
    }),
    // The message names the text and the dictionary; shrinking them takes fast-check a quarter of an hour.
    { numRuns: dictionaryCount, seed, endOnFailure: true },
  );
  console.log(`oracle: ${texts} texts, ${dictionaryCount} dictionaries, ${matches} matches, seed ${seed}`);
  expect(matches).toBeGreaterThan(texts / 4);
});

test.each([
  ['a megabyte without a space', 'a'.repeat(1_000_000), 0],
  ['a megabyte of a nested prefix', 'a b '.repeat(250_000), 250_000],
  ['a megabyte of soft hyphens', `a${'\u00ad'.repeat(1_000_000)} b`, 1],
  ['a megabyte of spaces within a name', `a${' '.repeat(1_000_000)}b`, 1],
  ['a megabyte of joined signs', 'a.'.repeat(500_000), 0],
])('reads %s', (_what, text, count) => {
  const index = indexOf([{ text: 'a b' }, { text: 'a b c a b d' }, { text: 'a b a b a b c' }]);
  expect(findNames(text, index)).toHaveLength(count);
});

test.each([
  ['letters', 'ы'.repeat(1_000_000), 0],
  ['letters that begin the name', 'мо'.repeat(500_000), 0],
  ['the name, again and again', 'москва '.repeat(140_000), 140_000],
])('reads a megabyte of %s with a name of another script', (_what, text, count) => {
  const index = indexOf([{ text: 'Москва' }, { text: 'a b' }]);
  expect(findNames(text, index)).toHaveLength(count);
});
