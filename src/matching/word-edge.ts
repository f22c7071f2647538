import { unspacedCharacters } from '../knowledge/unspaced-characters.ts';
import { isCommonSign, isLatinLetter } from './common-characters.ts';
import { foldKeepingCase, isOverlooked } from './fold-character.ts';

/** 0: no part of a word, or a word by itself; other numbers: continues a word of the same class. */
type WordClass = 0 | 1 | 2;

const wordCharacter = /^[\p{L}\p{N}\p{M}_]$/u;
/** Where no spaces part words (UAX 29 breaks there by dictionary, or after every character), a name may begin and end anywhere. */
const unspaced = new RegExp(`^[${unspacedCharacters}]$`, 'u');
/**
 * Scripts that write articles, prepositions and endings on to a foreign name without a space: Korean, Arabic, Hebrew and others of the
 * Near East, Ethiopic, those of India. Their own words are spaced: an edge only against other scripts (decision 097).
 */
const attached = new RegExp(
  `^[${'Hang Arab Hebr Syrc Thaa Ethi Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh'
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('')}]$`,
  'u',
);

function classifyAscii(codePoint: number): WordClass {
  const isLetter = (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a;
  return isLetter || (codePoint >= 0x30 && codePoint <= 0x39) || codePoint === 0x5f ? 1 : 0;
}

function classify(codePoint: number): WordClass {
  const character = String.fromCodePoint(codePoint);
  if (!wordCharacter.test(character) || unspaced.test(character)) return 0;
  // Spelled with the letters they stand for, full-width forms and the modifier apostrophe decide as those do.
  if (foldKeepingCase(codePoint) === "'") return 0;
  return attached.test(character) ? 2 : 1;
}

const classes = new Map<number, WordClass>();

/** The class by which word edges are told. Kept for each character beyond ASCII, because Unicode's classes are slow to ask. */
export function wordClassOf(codePoint: number): WordClass {
  if (codePoint < 0x80) return classifyAscii(codePoint);
  const isLatin = isLatinLetter(codePoint);
  if (isLatin !== undefined) return isLatin ? 1 : 0;
  if (isCommonSign(codePoint)) return 0;
  let wordClass = classes.get(codePoint);
  if (wordClass === undefined) {
    wordClass = classify(codePoint);
    classes.set(codePoint, wordClass);
  }
  return wordClass;
}

const letterOrDigit = /^[\p{L}\p{N}]$/u;

/** A letter that is a word by itself. */
export function isUnspacedLetter(codePoint: number): boolean {
  // Thai is the first of them.
  if (codePoint < 0xe00 || isCommonSign(codePoint) || wordClassOf(codePoint) !== 0) return false;
  const character = String.fromCodePoint(codePoint);
  return letterOrDigit.test(character) && unspaced.test(character);
}

/** The code point that ends at `offset`, overlooking soft hyphens, joiners and diacritics; -1 at the beginning. */
function codePointBefore(text: string, offset: number): number {
  for (let i = offset; i > 0; ) {
    const unit = text.charCodeAt(i - 1);
    const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000;
    const pair = isLowSurrogate && i > 1 ? (text.codePointAt(i - 2) as number) : unit;
    const codePoint = pair > 0xffff ? pair : unit;
    if (!isOverlooked(codePoint)) return codePoint;
    i -= codePoint > 0xffff ? 2 : 1;
  }
  return -1;
}

/** The code point at `offset`, overlooking the same; -1 at the end. */
function codePointAfter(text: string, offset: number): number {
  for (let i = offset; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number;
    if (!isOverlooked(codePoint)) return codePoint;
    i += codePoint > 0xffff ? 2 : 1;
  }
  return -1;
}

/** True where no word runs on across `offset`. */
export function isWordEdge(text: string, offset: number): boolean {
  if (offset > 0 && offset < text.length) {
    const left = text.charCodeAt(offset - 1);
    const right = text.charCodeAt(offset);
    if (left < 0x80 && right < 0x80) return classifyAscii(left) === 0 || classifyAscii(right) === 0;
  }
  const before = codePointBefore(text, offset);
  const after = codePointAfter(text, offset);
  if (before < 0 || after < 0) return true;
  const classBefore = wordClassOf(before);
  return classBefore === 0 || classBefore !== wordClassOf(after);
}
