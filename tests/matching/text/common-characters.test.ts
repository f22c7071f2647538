import { expect, test } from 'vitest';
import { foldLatin, isCommonSign, isLatinLetter } from '../../../src/matching/text/common-characters.ts';

/** By Unicode's own classes, which `word-edge.ts` and `fold-character.ts` use when no shortcut applies. */
const wordCharacter = /^(?!\p{No})[\p{L}\p{N}\p{M}_]$/u;
const latin = Array.from({ length: 0x250 - 0x80 }, (_, i) => 0x80 + i);

test('recognises Latin letters and digits as Unicode does', () => {
  const wrong = latin.filter((code) => isLatinLetter(code) !== wordCharacter.test(String.fromCharCode(code)));
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});

test('folds a Latin letter to what its small form decomposes to', () => {
  const stroked: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i' };
  const wrong = latin.filter((code) => {
    const fold = foldLatin(code);
    if (fold === '') return false;
    const small = String.fromCharCode(code).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    const plain = [...small].map((letter) => stroked[letter] ?? letter).join('');
    return fold !== plain && !'ŀŉ'.includes(fold);
  });
  expect(wrong.map((code) => String.fromCharCode(code))).toEqual([]);
});

test('calls nothing a sign that is part of a word or overlooked', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    if (isCommonSign(code) && /^[\p{L}\p{N}\p{M}\p{Cf}_]$/u.test(String.fromCharCode(code)))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
