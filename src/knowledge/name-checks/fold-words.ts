import { defaultIgnorable } from '../text/character-classes.ts';
import { limitMarks } from '../text/limit-marks.ts';
import { noteSigns } from '../text/note-signs.ts';

/** Joiners, fillers, soft hyphens: invisible and silent. */
const ignorable = new RegExp(`${defaultIgnorable}+`, 'gu');
const letter = `(?![${noteSigns}]|[0-9]\\u20e3)[\\p{L}\\p{N}]`;
/** A digit drawn as a key (1️⃣) is a symbol. */
const word = new RegExp(`${letter}(?:${letter}|\\p{M})*`, 'gu');

/**
 * Most names have nothing to fold but case. The other expressions take ten times as long, and packs have 100,000 names.
 */
const isAscii = /^[ -~]*$/;

/** The words of a text as written, without invisible characters. */
export function splitWords(text: string): string[] {
  if (isAscii.test(text)) return text.match(/[A-Za-z0-9]+/g) ?? [];
  return limitMarks(text.replace(ignorable, '')).normalize('NFC').match(word) ?? [];
}

/**
 * The same without case and diacritics. Similar to how names are compared with pages
 * (`matching/text/fold-character.ts`), and good enough to recognise everyday words: this layer may not import that
 * file.
 */
export function foldWords(text: string): string[] {
  return splitWords(text).map(foldWord);
}

export function foldWord(written: string): string {
  return limitMarks(written)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
