import { unspacedCharacters } from '../../knowledge/text/unspaced-characters.ts';
import { isCommonSign, isLatinLetter } from './common-characters.ts';
import { foldKeepingCase, isIgnorable, isNoteSign } from './fold-character.ts';

/** 0: not part of a word, or a word on its own; other numbers: continues a word of the same class. */
type WordClass = 0 | 1 | 2 | 3;

/** An enclosing mark makes its character a sign: 1️⃣. */
const wordCharacter = /^(?!\p{Me})[\p{L}\p{N}\p{M}_]$/u;
/**
 * In scripts without spaces (UAX 29 breaks there by dictionary, or after every character) a name may start
 * and end anywhere.
 */
const unspaced = new RegExp(`^[${unspacedCharacters}]$`, 'u');
/**
 * Korean particles follow a foreign name without a space, yet Korean words are spaced: an edge only against
 * other scripts.
 */
const hangul = /^\p{Script=Hangul}$/u;
/**
 * In these scripts articles, prepositions and case endings attach to foreign names, too: وRekognition,
 * Rekognitionን.
 */
const attaching = new RegExp(
  `^[${'Arab Hebr Syrc Thaa Ethi Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh'
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
  if (!wordCharacter.test(character) || unspaced.test(character) || isNoteSign(character)) return 0;
  // Full-width forms and the modifier apostrophe behave like the characters that they represent.
  if (foldKeepingCase(codePoint) === "'") return 0;
  if (hangul.test(character)) return 2;
  return attaching.test(character) ? 3 : 1;
}

const classes = new Map<number, WordClass>();

/**
 * The class that decides word edges. Cached for each character beyond ASCII, because Unicode's classes are
 * slow.
 */
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

/** Whether it is a letter that is a word on its own. */
export function isUnspacedLetter(codePoint: number): boolean {
  // Thai is the first of them.
  if (codePoint < 0xe00 || isCommonSign(codePoint) || wordClassOf(codePoint) !== 0) return false;
  const character = String.fromCodePoint(codePoint);
  return letterOrDigit.test(character) && unspaced.test(character);
}

/** One side of a place in a text, without soft hyphens, joiners and diacritics. */
interface Side {
  /** The class of the nearest character that is not an underscore; 0 at the end of the text. */
  readonly wordClass: WordClass;
  /** Whether underscores are between. */
  readonly hasUnderscore: boolean;
}

const underscore = 0x5f;

function sideBefore(text: string, offset: number): Side {
  let hasUnderscore = false;
  for (let i = offset; i > 0; ) {
    const unit = text.charCodeAt(i - 1);
    const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000;
    const pair = isLowSurrogate && i > 1 ? (text.codePointAt(i - 2) as number) : unit;
    const codePoint = pair > 0xffff ? pair : unit;
    if (codePoint === underscore) hasUnderscore = true;
    else if (!isIgnorable(codePoint)) return { wordClass: wordClassOf(codePoint), hasUnderscore };
    i -= codePoint > 0xffff ? 2 : 1;
  }
  return { wordClass: 0, hasUnderscore };
}

/** Undefined if the next character encloses the previous one: nothing ends between the two. */
function sideAfter(text: string, offset: number): Side | undefined {
  let hasUnderscore = false;
  for (let i = offset; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number;
    if (codePoint === underscore) hasUnderscore = true;
    else if (!isIgnorable(codePoint)) {
      if (codePoint >= firstEnclosing && codePoint <= keycap) return undefined;
      return { wordClass: isKeycapAt(text, i) ? 0 : wordClassOf(codePoint), hasUnderscore };
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  return { wordClass: 0, hasUnderscore };
}

const firstEnclosing = 0x20dd;
const keycap = 0x20e3;
const emojiStyle = 0xfe0f;

/** Whether the digit at `offset` is drawn as a keycap (1️⃣): a sign, not part of a word. */
export function isKeycapAt(text: string, offset: number): boolean {
  const next = text.charCodeAt(offset + 1);
  return next === keycap || (next === emojiStyle && text.charCodeAt(offset + 2) === keycap);
}

/**
 * Whether no word continues across `offset`. Underscores are part of a word between two letters or digits
 * (`snake_case`), and emphasis everywhere else (`_word_`).
 */
export function isWordEdge(text: string, offset: number): boolean {
  if (offset > 0 && offset < text.length) {
    const left = text.charCodeAt(offset - 1);
    const right = text.charCodeAt(offset);
    if (left < 0x80 && right < 0x80 && left !== underscore && right !== underscore) {
      return classifyAscii(left) === 0 || classifyAscii(right) === 0 || isKeycapAt(text, offset);
    }
  }
  const before = sideBefore(text, offset);
  const after = sideAfter(text, offset);
  if (after === undefined) return false;
  if (before.hasUnderscore || after.hasUnderscore) return before.wordClass !== 1 || after.wordClass !== 1;
  return before.wordClass === 0 || before.wordClass !== after.wordClass;
}
