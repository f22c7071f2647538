import type { Words } from '../../knowledge/pack-schema.ts';
import { unspacedCharacters } from '../../knowledge/text/unspaced-characters.ts';
import { foldContext } from './fold-context.ts';

interface ListedWord {
  readonly text: string;
  /** The pack wrote a trailing `*`: the last word may continue. */
  readonly isPrefix: boolean;
  readonly startsInWord: boolean;
  readonly endsInWord: boolean;
  /** It has no letter and no digit. */
  readonly isSign: boolean;
}

export type WordList = readonly ListedWord[];

/** In a script without spaces a word has no edges. */
const wordCharacter = new RegExp(`(?![${unspacedCharacters}])[\\p{L}\\p{N}\\p{M}_]`, 'u');

/** Pure and cheap, but worth caching: a pack's lists are compiled once and checked thousands of times. */
export function compileWords(words: Words | undefined): WordList {
  return (words ?? []).map((word) => {
    const isPrefix = word.endsWith('*');
    const text = foldContext(isPrefix ? word.slice(0, -1) : word);
    return {
      text,
      isPrefix,
      startsInWord: isWordCharacter(text, 0),
      endsInWord: !isPrefix && isWordCharacter(text, text.length - 1),
      isSign: !/[\p{L}\p{N}]/u.test(text),
    };
  });
}

/**
 * Whether `folded` (see `foldContext`) contains a word or phrase of the list as whole words, in exactly this
 * case. `indexOf` for each word instead of one expression for all: on a page's text it runs at memory speed,
 * where an alternation of sixty words tries each of them at every character.
 */
export function hasWord(folded: string, list: WordList): boolean {
  return list.some((word) => occursInWord(folded, word));
}

/**
 * Whether `folded` starts with a word of the list. Ignores leading white space, except for a lone sign, which
 * must be right there: `Zoom(2)` is code, "Zoom (Nasdaq: ZM)" is the company.
 */
export function beginsWithWord(folded: string, list: WordList): boolean {
  const trimmed = folded.trimStart();
  return list.some((word) => {
    const text = word.isSign ? folded : trimmed;
    return text.startsWith(word.text) && hasEdges(text, word, 0);
  });
}

/**
 * Whether `folded` ends with a word of the list; a prefix matches every word that starts with it. Ignores
 * trailing white space, except for a lone sign ("/"), which must be right there.
 */
export function endsWithWord(folded: string, list: WordList): boolean {
  const trimmed = folded.trimEnd();
  return list.some((word) => endsWith(word.isSign ? folded : trimmed, word));
}

function endsWith(folded: string, word: ListedWord): boolean {
  if (!word.isPrefix) {
    return folded.endsWith(word.text) && hasEdges(folded, word, folded.length - word.text.length);
  }
  const at = folded.lastIndexOf(word.text);
  if (at < 0 || !hasEdges(folded, word, at)) return false;
  return /^[\p{L}\p{N}\p{M}_'-]*$/u.test(folded.slice(at + word.text.length));
}

function occursInWord(folded: string, word: ListedWord): boolean {
  if (word.text === '') return false;
  for (let at = folded.indexOf(word.text); at >= 0; at = folded.indexOf(word.text, at + 1)) {
    if (hasEdges(folded, word, at)) return true;
    // A word starts after a character that is not part of one: "a" is not tried at each letter of a long row
    // of them.
    if (word.startsInWord && isWordCharacter(folded, at - 1)) at = Math.max(at, endOfWord(folded, at) - 1);
  }
  return false;
}

const noWordCharacter = new RegExp(`[^\\p{L}\\p{N}\\p{M}_]|[${unspacedCharacters}]`, 'gu');

function endOfWord(text: string, from: number): number {
  noWordCharacter.lastIndex = from;
  return noWordCharacter.exec(text)?.index ?? text.length;
}

function hasEdges(folded: string, word: ListedWord, at: number): boolean {
  if (word.startsInWord && isWordCharacter(folded, at - 1)) return false;
  return !(word.endsInWord && isWordCharacter(folded, at + word.text.length));
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
    );
  // Half of a surrogate pair: such letters are rare and such signs are not words; treating both as letters is
  // safe.
  return (code >= 0xd800 && code <= 0xdfff) || wordCharacter.test(text.charAt(at));
}
