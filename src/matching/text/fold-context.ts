import {
  apostrophes,
  dashes,
  englishDoubleMarks,
  zeroWidthCharacters,
} from '../../knowledge/text/character-classes.ts';
import { limitMarks } from '../../knowledge/text/limit-marks.ts';

// Rules are written for marks of English: those of other languages stay what they are.
const invisible = new RegExp(`[${zeroWidthCharacters}]`, 'g');
const singleQuotes = new RegExp(`[${apostrophes}]`, 'g');
const doubleQuotes = new RegExp(`[${englishDoubleMarks}″]`, 'g');
const anyDash = new RegExp(`[${dashes}]`, 'g');

/**
 * Text as the word lists of a rule read it: white space of any kind and length is one space, quotation marks
 * and hyphens are plain, invisible characters are removed. Letters keep their case, because rules are exact
 * about it. The result may be shorter than `text`, so offsets are not preserved.
 */
export function foldContext(text: string): string {
  return limitMarks(text)
    .normalize('NFC')
    .replace(invisible, '')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(anyDash, '-')
    .replace(/\s+/g, ' ');
}
