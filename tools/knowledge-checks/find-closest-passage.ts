export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Longer runs of words identify a place no better. */
const maxRunLength = 30;
/** A word of this many characters identifies a place alone if it occurs only once. */
const minClearLength = 5;
/** Words added to the passage on either side: the article may have words that the text lacks. */
const margin = 3;

/**
 * The passage of `article` from which `text` was most likely copied, if the article does not have it verbatim: the same
 * words with other punctuation, spaces or invisible characters, or else the place with the longest run of its words,
 * with some words more at either end. Undefined if not even one long word of the text occurs, or four characters of a
 * text of one or two words.
 */
export function findClosestPassage(article: string, text: string): Passage | undefined {
  const there = fold(article);
  const here = fold(text).folded.trim();
  if (here === '') return undefined;
  const placeOf = (from: number, to: number): Passage => ({
    start: there.offsets[from] ?? article.length,
    end: there.offsets[to] ?? article.length,
  });
  const at = there.folded.indexOf(here);
  if (at >= 0) return placeOf(at, at + here.length);

  const words = [...here.matchAll(/\S+/g)];
  // One or two words may be misspelled, or be a sentence in a script without spaces.
  if (words.length <= 2) {
    const run = findLongestRun(there.folded, here, [...here.matchAll(/./gsu)], 4);
    if (run === undefined) return undefined;
    const from = Math.max(0, run.there - run.here);
    return placeOf(from, from + here.length);
  }
  const run = findLongestRun(there.folded, here, words, 1);
  if (run === undefined) return undefined;
  const before = [...there.folded.slice(0, run.there).matchAll(/\S+/g)].at(-(run.first + margin));
  const wordsAfter = words.length - run.first - run.length + margin;
  const after = [...there.folded.slice(run.there + run.text.length).matchAll(/\S+/g)][wordsAfter - 1];
  return placeOf(
    before?.index ?? 0,
    after ? run.there + run.text.length + after.index + after[0].length : there.folded.length,
  );
}

interface Run {
  readonly text: string;
  readonly there: number;
  readonly here: number;
  /** Index of its first part, and its number of parts. */
  readonly first: number;
  readonly length: number;
}

/** The longest run of parts of `here` that occurs in `there`. */
function findLongestRun(
  there: string,
  here: string,
  parts: readonly RegExpExecArray[],
  minLength: number,
): Run | undefined {
  for (let length = Math.min(maxRunLength, parts.length - 1); length >= minLength; length -= 1) {
    for (let first = 0; first + length <= parts.length; first += 1) {
      const [from, last] = [parts[first], parts[first + length - 1]];
      if (!from || !last) continue;
      const text = here.slice(from.index, last.index + last[0].length);
      const place = there.indexOf(text);
      const isClear = length > 1 || (text.length >= minClearLength && place === there.lastIndexOf(text));
      if (place >= 0 && isClear) return { text, there: place, here: from.index, first, length };
    }
  }
  return undefined;
}

interface Folded {
  readonly folded: string;
  /** For each character of `folded`, its offset in the text. */
  readonly offsets: readonly number[];
}

/** Lower case, without accents and invisible characters; all spaces, quotation marks and hyphens are alike. */
function fold(text: string): Folded {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = foldForComparison(character);
    if (plain !== ' ' || (folded !== '' && !folded.endsWith(' '))) {
      folded += plain;
      for (let i = 0; i < plain.length; i += 1) offsets.push(offset);
    }
    offset += character.length;
  }
  return { folded, offsets };
}

function foldForComparison(character: string): string {
  if (/\p{White_Space}/u.test(character)) return ' ';
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\p{Pi}\p{Pf}"'`´‚„′″]/gu, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .toLowerCase();
}
