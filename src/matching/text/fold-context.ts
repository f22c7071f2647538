import { limitMarks } from '../../knowledge/text/limit-marks.ts';

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const singleQuotes = /[\u2018\u2019\u201B\u02BC\u2032\uFF07]/g;
const doubleQuotes = /[\u201C\u201D\u201F\u2033\uFF02]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

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
    .replace(dashes, '-')
    .replace(/\s+/g, ' ');
}
