import { describe, expect, test } from 'vitest';
import type { Name } from '../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../src/matching/compile-names.ts';
import { makeMayHold } from '../../src/matching/may-hold.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { nameCases } from './name-cases.ts';

function mayHold(names: readonly (string | Name)[], text: string, show: 'always' | 'with-story' = 'always') {
  const full = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  return makeMayHold(
    openNameIndex(compileNames([{ ref: 'p/e', topic: 'p/t', show, names: full }])),
    [],
  )(text);
}

describe('a text may hold the name that is found in it', () => {
  test.each(nameCases.filter(({ found }) => found.length > 0))('$title', ({ names, text }) => {
    expect(mayHold(names, text)).toBe(true);
  });
});

test.each([
  ['a name that is not there', ['Rekognition'], 'Recognition of faces', false],
  ['where blocks run together', ['Rekognition'], 'ServicesRekognitionNIST', true],
  ['where lines of two blocks run together', ['Gender Shades'], 'a test.Gender\n   Shadesand more', true],
  ['an acronym in small letters', ['FRVT'], 'frvt', false],
  ['an acronym in its own', ['FRVT'], 'theFRVTof', true],
  ['a name shorter than the window', ['NEC'], 'a NEC b', true],
  ['one that is not there', ['NEC'], 'a nec b', false],
])('says of %s: %4$s', (_case, names, text, expected) => {
  expect(mayHold(names, text)).toBe(expected);
});

test('what is shown with a story only does not make a page worth reading', () => {
  expect(mayHold(['Amazon'], 'Amazon', 'with-story')).toBe(false);
});
