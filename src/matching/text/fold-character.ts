import {
  apostrophes,
  dashes,
  doubleMarks,
  invisibleCharacters,
} from '../../knowledge/text/character-classes.ts';
import { noteSigns } from '../../knowledge/text/note-signs.ts';
import { foldLatin, isCommonSign } from './common-characters.ts';

/**
 * Removes differences of spelling that do not count: white space, hyphens, quotation marks, compatibility
 * forms (full-width, ligatures), diacritics and, unless a name requires its exact case, case.
 */

/**
 * Increase it whenever words come out differently: as folded here, cut by `word-edge.ts` and `read-words.ts`,
 * or stemmed by `word-classes.ts`. A pack's stored index contains such words; one of another version would
 * silently find nothing.
 */
export const foldingVersion = 6;

/** Letters with a stroke and ligatures have no Unicode decomposition; readers type the plain letters. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ς: 'σ',
};

const space = /^\s$/u;
/**
 * First and last code points of the diacritics of alphabetic scripts, without enclosing marks such as a
 * keycap.
 */
const diacriticRanges: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20dc],
  [0x20e1, 0x20e1],
  [0x20e5, 0x20ff],
  [0xfe20, 0xfe2f],
];
const invisible = new RegExp(`[${invisibleCharacters}]`);

function isDiacritic(character: string): boolean {
  const codePoint = character.codePointAt(0) as number;
  return diacriticRanges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function withoutDiacritics(text: string): string {
  let base = '';
  for (const character of text) if (!isDiacritic(character)) base += character;
  return base;
}

/** Within names also hyphens of Armenian and Hebrew, bullets, and minus signs that are raised or lowered. */
const hyphen = new RegExp(`[-${dashes}\\u058a\\u05be\\u2043\\u2053\\u207b\\u208b]`);
/** Also accents that stand alone, letters of transcriptions (ʻokina), primes. */
const apostrophe = new RegExp(`[${apostrophes}\`´ʹʻʽˈ‚‵]`);
const quotationMark = new RegExp(`[${doubleMarks}″‶]`);

const letterOrDigit = /^[\p{L}\p{N}]$/u;
const noteSign = new RegExp(`^[${noteSigns}]$`, 'u');

/**
 * Whether a character numbers a note, list item or fraction (², ①, ½, ᵃ), and so is not part of the word
 * beside it.
 */
export function isNoteSign(character: string): boolean {
  return noteSign.test(character);
}

/** Excludes apostrophes that are letters: a decomposition with one (ŉ) is not applied. */
const lettersAndDigits = /^(?:(?![\u02b9\u02bb-\u02bd\u02c8])[\p{L}\p{N}\p{M}])+$/u;

/**
 * Compatibility and canonical decomposition, without diacritics. A letter must remain letters and a sign a
 * sign (no "½" to "1⁄2", no "№" to "No"), or words would have other edges in a folded name than in the page's
 * text.
 */
function unfold(character: string): string {
  if (isNoteSign(character)) return character;
  const decomposed = character.normalize('NFKD');
  if (
    letterOrDigit.test(character) ? !lettersAndDigits.test(decomposed) : /[\p{L}\p{N}\s]/u.test(decomposed)
  ) {
    return character;
  }
  let folded = '';
  for (const part of withoutDiacritics(decomposed)) folded += plainLetters[part] ?? part;
  return folded;
}

function foldUncached(character: string): string {
  // First: ECMAScript calls U+FEFF white space, Unicode a joiner, and on a page it has no width.
  if (invisible.test(character) || isDiacritic(character)) return '';
  if (space.test(character)) return ' ';
  if (hyphen.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  if (quotationMark.test(character)) return '"';
  return unfold(character);
}

/** Most text is ASCII, and compiling Unicode class expressions for it is too expensive. */
function foldAscii(codePoint: number): string {
  if (codePoint > 0x20) return codePoint === 0x60 ? "'" : String.fromCharCode(codePoint);
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d)
    ? ' '
    : String.fromCharCode(codePoint);
}

const cased = new Map<number, string>();
const uncased = new Map<number, string>();

/** One code point folded with its case: '' if it is ignored, several characters if it expands. */
export function foldKeepingCase(codePoint: number): string {
  if (codePoint < 0x80) return foldAscii(codePoint);
  let folded = cased.get(codePoint);
  if (folded === undefined) {
    folded = foldUncached(String.fromCodePoint(codePoint));
    cased.set(codePoint, folded);
  }
  return folded;
}

/** Whether a code point is invisible to readers of the text: soft hyphens, joiners, diacritics. */
export function isIgnorable(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint === 0xad;
  return !isCommonSign(codePoint) && foldKeepingCase(codePoint) === '';
}

/** One code point folded, case included. */
export function foldCharacter(codePoint: number): string {
  if (codePoint < 0x80)
    return foldAscii(codePoint >= 0x41 && codePoint <= 0x5a ? codePoint | 0x20 : codePoint);
  const latin = foldLatin(codePoint) || plainLetters[String.fromCodePoint(codePoint)]?.toLowerCase() || '';
  if (latin !== '') return latin;
  let folded = uncased.get(codePoint);
  if (folded === undefined) {
    folded = withoutDiacritics(foldKeepingCase(codePoint).toLowerCase()).replaceAll('ς', 'σ');
    uncased.set(codePoint, folded);
  }
  return folded;
}

/** Printable ASCII words with single spaces: nothing to fold but case. */
const isPlain = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** A whole spelling folded: runs of white space become one space, the ends are trimmed. */
export function foldText(text: string, keepCase = false): string {
  if (isPlain.test(text)) return keepCase ? text : text.toLowerCase();
  const fold = keepCase ? foldKeepingCase : foldCharacter;
  let folded = '';
  // Not derived from the output: V8 copies a growing string each time that it is read.
  let isAfterSpace = true;
  for (const character of text) {
    const next = fold(character.codePointAt(0) as number);
    if (next === '' || (next === ' ' && isAfterSpace)) continue;
    folded += next;
    isAfterSpace = next === ' ';
  }
  return folded.trimEnd();
}
