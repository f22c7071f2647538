import { joiners, noBreakSpaces } from './character-classes.ts';
import { unspacedCharacters } from './unspaced-characters.ts';

/** A word as printed: half-open offsets into its text. */
export interface LocatedWord {
  readonly start: number;
  readonly end: number;
  /** In a script without spaces between words. */
  readonly isUnspaced: boolean;
}

/** All numbers except those of notes (²), which are not part of the word before. */
const digits = '\\p{Nd}\\p{Nl}¼-¾⅐-⅞';

/**
 * Initials ("U.S."); letters and digits with what joins two of them (the apostrophe of "it’s", a hyphen, the bracket
 * around a first letter that an outlet changed, as in "[W]e", the point, comma or narrow space of a number) and a
 * currency or per cent sign, which French sets off; a per cent sign alone.
 */
const word = new RegExp(
  `(?:\\p{L}\\.){2,}|(?:${[
    `[\\p{L}\\p{M}${digits}${joiners}]+`,
    `\\p{Sc}[${noBreakSpaces}]?(?=\\p{Nd})`,
    `(?<=[\\p{L}\\p{M}])['’](?=\\p{L})`,
    `(?<=[[［]\\p{L})[\\]］](?=\\p{L})`,
    `(?<=[\\p{L}\\p{M}\\p{Nd}])[-\\u2010\\u2011](?=[\\p{L}\\p{Nd}])`,
    `(?<=\\p{Nd})[.,](?=\\p{Nd})`,
    `(?<=\\p{Nd})[${noBreakSpaces}](?=\\p{Nd}{3}(?!\\p{Nd}))`,
    `(?<=\\p{Nd})[ ${noBreakSpaces}]?[%\\p{Sc}](?!\\p{Nd})`,
  ].join('|')})+|%`,
  'gu',
);
const letterOrDigit = new RegExp(`[\\p{L}%${digits}]`, 'u');
const unspaced = new RegExp(`[${unspacedCharacters}]`, 'u');
const unspacedRun = new RegExp(`(?:[${unspacedCharacters}][\\p{M}${joiners}]*)+`, 'gu');

/**
 * "Something is left out here", as Japanese, Chinese and Korean outlets print it instead of an ellipsis; and the number
 * of a note ("[4]").
 */
const noteInBrackets = /[（(［[〔【]\s?(?:[前中後后下以]{0,2}略|[전중후]략)\s?[）)］\]〕】]|\[\d{1,3}\]/g;

/** Created when first needed: most texts never need it. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The words of `text` from `from` to `to`, in order: the definition of a word wherever wordings are compared and words
 * counted. Punctuation, quotation marks, omission signs and note numbers are not words. A hyphen is part of its word, a
 * dash is not. In scripts without spaces the browser's dictionary splits the words, so that counts may differ by one or
 * two between browsers.
 */
export function locateWords(text: string, from = 0, to = text.length): LocatedWord[] {
  const words: LocatedWord[] = [];
  const searched = text.slice(from, to).replace(noteInBrackets, (note) => ' '.repeat(note.length));
  const mayBeUnspaced = unspaced.test(searched);
  for (const { 0: printed, index } of searched.matchAll(word)) {
    const start = from + index;
    if (mayBeUnspaced && unspaced.test(printed))
      for (const part of partWords(printed, start)) words.push(part);
    else if (letterOrDigit.test(printed)) {
      words.push({ start, end: start + printed.length, isUnspaced: false });
    }
  }
  return words;
}

/** The number of words in `text`, as found by `locateWords`. */
export function countWords(text: string): number {
  return locateWords(text).length;
}

/**
 * Characters given to the dictionary at a time: its cost grows with their square, 20,000 of them take a second. No
 * sentence is as long; in one that is, a word may be split.
 */
const maxRunLength = 500;

/** Splits a run of letters and digits of which some belong to a script without spaces. */
function partWords(run: string, offset: number): LocatedWord[] {
  const words: LocatedWord[] = [];
  for (const { start, end, isUnspaced } of locateScripts(run)) {
    const parts = isUnspaced
      ? partByDictionary(run.slice(start, end))
      : [{ segment: run.slice(start, end), index: 0 }];
    for (const { segment, index } of parts) {
      const at = offset + start + index;
      if (letterOrDigit.test(segment)) words.push({ start: at, end: at + segment.length, isUnspaced });
    }
  }
  return words;
}

function* partByDictionary(run: string): Generator<{ segment: string; index: number }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (let from = 0, to = 0; from < run.length; from = to) {
    to = endOfCharacter(run, from + maxRunLength);
    for (const { segment, index } of segmenter.segment(run.slice(from, to)))
      yield { segment, index: from + index };
  }
}

/** Not between the halves of a surrogate pair. */
function endOfCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

/** Splits a run of letters completely into stretches with and without spaces between words. */
export function locateScripts(run: string): LocatedWord[] {
  if (!unspaced.test(run)) return [{ start: 0, end: run.length, isUnspaced: false }];
  const spans: LocatedWord[] = [];
  let at = 0;
  for (const { 0: found, index } of run.matchAll(unspacedRun)) {
    if (index > at) spans.push({ start: at, end: index, isUnspaced: false });
    at = index + found.length;
    spans.push({ start: index, end: at, isUnspaced: true });
  }
  if (at < run.length) spans.push({ start: at, end: run.length, isUnspaced: false });
  return spans;
}
