import { expect, test } from 'vitest';
import { findLiveNames, placeNames, readTexts, searchText } from '../../src/matching/find-name-places.ts';
import { foldCharacter, isOverlooked } from '../../src/matching/fold-character.ts';
import { compileNameFilter, openNameFilter } from '../../src/matching/name-filter.ts';

/** Texts joined and folded as one page, with the names that could stand in it. */
function readPage(texts: readonly string[], spellings: readonly (readonly string[])[]) {
  const filter = openNameFilter(compileNameFilter(spellings));
  const present = new Set<string>();
  const read = readTexts(texts, filter, present);
  const live = findLiveNames(present, filter, [read]);
  return {
    folded: read.folded,
    live,
    placed: [...placeNames(read, live)].map(([text, firsts]) => [text, [...firsts]]),
  };
}

test('folds every character to the plain letters that folding it alone gives', () => {
  // Of planes that hold nothing but private characters, or none (two thirds of all codes), the first and the last 256.
  const isNamed = (code: number) => code < 0x40000 || code >> 16 === 14 || ((code + 0x100) & 0xffff) < 0x200;
  const isHalfOfPair = (code: number) => code >= 0xd800 && code < 0xe000;
  const codes = Array.from({ length: 0x110000 - 0x80 }, (_, i) => 0x80 + i).filter(
    (code) => isNamed(code) && !isHalfOfPair(code),
  );
  const { folded } = readPage(
    codes.map((code) => `x${String.fromCodePoint(code)}y`),
    [['x']],
  );
  const pieces = folded.split('\x7f');
  const wrong = codes.filter((code, i) => {
    const piece = pieces[i] ?? '';
    if (isOverlooked(code)) return piece !== 'xy';
    return piece.slice(1, -1).replace(/[^a-z0-9_]/g, '') !== foldCharacter(code).replace(/[^a-z0-9_]/g, '');
  });
  expect(pieces.length).toBe(codes.length);
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});

test.each<[title: string, texts: string[], spellings: string[][], placed: [number, string[]][]]>([
  ['a name of one word', ['about', 'the NIST.'], [['nist']], [[1, ['nist']]]],
  [
    'a name of two words where it begins',
    ['the amazon', 'rekognition'],
    [['amazon', 'rekognition']],
    [[0, ['amazon']]],
  ],
  [
    'no name whose words stand apart',
    ['Amazon said that Rekognition, “Amazon” of all, is no Amazon Rekognitions'],
    [['amazon', 'rekognition']],
    [],
  ],
  [
    'a name with signs between its words',
    ['of all “Amazon”\n – Rekognition'],
    [['amazon', 'rekognition']],
    [[0, ['amazon']]],
  ],
  [
    'a name that hidden text may part',
    ['its Amazon ', 'hidden', 'Rekognition'],
    [['amazon', 'rekognition']],
    [[0, ['amazon']]],
  ],
  [
    'a name that may run on in the next slice',
    ['Rekognition is Amazon'],
    [['amazon', 'rekognition']],
    [[0, ['amazon']]],
  ],
  [
    'a name whose second word runs over a seam',
    ['its Amazon Rekog', 'nition'],
    [['amazon', 'rekognition']],
    [[0, ['amazon']]],
  ],
  ['no name of which a word is missing', ['amazon', 'said'], [['amazon', 'rekognition']], []],
  [
    'a word that runs over two seams',
    ['it is rek', 'ogni', 'tion'],
    [['rekognition']],
    [[0, ['rekognition']]],
  ],
  ['a word beside a seam that makes none', ['news', 'nist'], [['nist']], [[1, ['nist']]]],
  ['nothing within a word', ['mnist', 'nists'], [['nist']], []],
  ['a word with a soft hyphen', ['Rekog\u00adnition'], [['rekognition']], [[0, ['rekognition']]]],
  ['a word of another script', ['о Москве и Москва'], [['москва']], [[0, ['москва']]]],
  ['a word of another script over a seam', ['Моск', 'ва'], [['москва']], [[0, ['москва']]]],
])('places %s', (_title, texts, spellings, placed) => {
  expect(readPage(texts, spellings).placed).toEqual(placed);
});

test('a text is searched at its own offsets, and folded where these differ', () => {
  expect(searchText('Face\u2011off\u00a0at “Amazon’s”')).toEqual({
    plain: 'face-off at "amazon\'s"',
    folded: 'face-off at "amazon\'s"',
  });
  expect(searchText('Gender\n  Shades é')).toEqual({ plain: 'gender   shades é', folded: 'gender shades e' });
  expect(searchText('İ')).toBeUndefined();
});

test('of many names that begin with one word only those are live whose second word stands behind it', () => {
  const seconds = Array.from({ length: 60 }, (_, i) => `house${i}`);
  const spellings = [['red'], ...seconds.map((second) => ['red', second])];
  const texts = [
    `${seconds.join(', ')}. A Red House7, a red`,
    'hidden',
    'house9',
    'next',
    'red',
    ' ',
    '“house11',
    'red ho',
    'use13',
    'red',
  ];
  const { live } = readPage(texts, spellings);
  const names = (live.places.get('red') ?? []).map((place) => spellings[place]?.join(' '));
  expect(names.sort()).toEqual(['red', 'red house11', 'red house13', 'red house7', 'red house9']);
});
