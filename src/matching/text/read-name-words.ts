import { isCommonSign } from './common-characters.ts';
import { foldCharacter, foldText } from './fold-character.ts';
import { isKeycapAt, isUnspacedLetter, wordClassOf } from './word-edge.ts';

/** Written by `nextWord`; one object for all words of a text. */
export interface WordCursor {
  start: number;
  end: number;
}

/**
 * Moves `cursor` to the first word at or after `from`: a run of one class of letters, or a single letter of a
 * script without spaces. Ignorable characters and underscores neither start nor end a word.
 * @returns false if no word is left
 */
export function nextWord(text: string, from: number, cursor: WordCursor): boolean {
  const length = text.length;
  let i = from;
  while (i < length) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (!isAsciiWordUnit(unit) || unit === underscore || isKeycapAt(text, i)) {
        i++;
        continue;
      }
      cursor.start = i;
      cursor.end = i + 1;
      continueWord(text, 1, cursor);
      return true;
    }
    const codePoint = text.codePointAt(i) as number;
    const width = codePoint > 0xffff ? 2 : 1;
    const wordClass = wordClassOf(codePoint);
    const folded = wordClass !== 0 || isUnspacedLetter(codePoint) ? foldCharacter(codePoint) : '';
    if (folded !== '') {
      cursor.start = i;
      cursor.end = i + width;
      if (wordClass !== 0) continueWord(text, wordClass, cursor);
      else addVoicing(text, cursor);
      return true;
    }
    i += width;
  }
  return false;
}

const underscore = 0x5f;

function isAsciiWordUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

function continueWord(text: string, wordClass: number, cursor: WordCursor): void {
  const length = text.length;
  let i = cursor.end;
  while (i < length) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (wordClass !== 1 || !isAsciiWordUnit(unit) || isKeycapAt(text, i)) break;
      i++;
      if (unit !== underscore) cursor.end = i;
      continue;
    }
    // Most words that end at a non-ASCII character end at a quotation mark or a dash.
    if (isCommonSign(unit)) break;
    const codePoint = text.codePointAt(i) as number;
    const folded = foldCharacter(codePoint);
    if (folded !== '' && wordClassOf(codePoint) !== wordClass) break;
    i += codePoint > 0xffff ? 2 : 1;
    if (folded === '') continue;
    cursor.end = i;
  }
}

/**
 * Japanese voicing marks (dakuten, handakuten) change the preceding kana to another letter, written as one or
 * as two.
 */
function addVoicing(text: string, cursor: WordCursor): void {
  if (cursor.end >= text.length) return;
  const folded = foldCharacter(text.charCodeAt(cursor.end));
  if (folded !== '\u3099' && folded !== '\u309a') return;
  cursor.end++;
}

/** The words of a folded name, folded, in order. */
export function nameWordsOf(folded: string): string[] {
  const cursor: WordCursor = { start: 0, end: 0 };
  const words: string[] = [];
  for (let i = 0; nextWord(folded, i, cursor); i = cursor.end) {
    words.push(foldText(folded.slice(cursor.start, cursor.end)));
  }
  return words;
}

/** What precedes the first word in a folded name: usually nothing, or a sign such as `#`. */
export function signsBeforeWord(folded: string): string {
  const cursor: WordCursor = { start: 0, end: 0 };
  return nextWord(folded, 0, cursor) ? folded.slice(0, cursor.start) : '';
}
