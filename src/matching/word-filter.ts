import { foldText } from './fold-character.ts';
import { hashText, nextWord, type WordCursor } from './read-name-words.ts';

/**
 * Stands between two pieces of text of which only the page knows whether a word runs on across the seam: a
 * non-character, so that no page's text should hold it, and where one does it costs a look and nothing else.
 */
export const seam = '\uffff';

/** Finds the places of a text at which it is worth looking for a name. */
export interface WordFilter {
  /** Offsets of the beginnings of all words at which some name is looked up; ascending. A few may be none. */
  findCandidates(text: string): number[];
}

/**
 * Characters beyond ASCII that may belong to a word written, for a reader, in Latin letters: Latin with diacritics,
 * soft hyphen and joiners, diacritics, letter-like and full-width forms, astral letters (surrogates).
 */
const latinExtras =
  '\\u00aa\\u00ad\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00c0-\\u024f\\u0250-\\u036f\\u0483-\\u0489\\u061c\\u180b-\\u180e' +
  '\\u1ab0-\\u1aff\\u1d00-\\u1eff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u209f\\u20d0-\\u20ff\\u2100-\\u218f' +
  '\\u2c60-\\u2c7f\\ua720-\\ua7ff\\ud800-\\udfff\\ufb00-\\ufb06\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff\\uff10-\\uff5a';
/** For packs with names in other scripts: everything but spaces and general punctuation. */
const anyExtras = '\\u00aa-\\u1fff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2fff\\u3005-\\ufffe';

/** How far a word is followed from a seam to either side; longer words are no names, and looking must not cost more. */
const longestSeamed = 64;

const plainLetters = /^[a-z0-9]+$/;
const asciiWord = /^[a-z0-9_]+$/;
/** With so many words to be found, one look at every word is cheaper than an expression of all of them. */
const mostAlternatives = 40;

/** What may follow a word: the first letters of the next words of its names; null where a name may end here. */
type NextLetters = string | null;

/**
 * Why it is built like this: a content script's code runs cold, some 65 ns for each character read by script where the
 * browser's own string functions take one or two. So the text is cut into words by one expression, made distinct and
 * compared with the index's words by the browser itself, and script sees only words that hit. Measured against reading
 * characters by script and against one expression of all names: `docs/matching.md`.
 *
 * @param lines the index's section `anchors`: see `index-format.ts`.
 * @param beginsPath whether the index has a path that begins with a word of this hash; asked where `lines` lists no words.
 */
export function createWordFilter(lines: string, beginsPath: (hash: number) => boolean): WordFilter {
  const isListed = !lines.startsWith('*\n');
  const anchors = new Map<string, NextLetters>();
  for (const line of lines === '' ? [] : lines.slice(isListed ? 0 : 2).split('\n')) {
    const space = line.indexOf(' ');
    const letters = space < 0 ? '' : line.slice(space + 1);
    // Becomes part of an expression, so nothing but letters may be in it.
    anchors.set(space < 0 ? line : line.slice(0, space), plainLetters.test(letters) ? letters : null);
  }
  const isLatinOnly = latinLines.test(isListed ? lines : lines.slice(2));
  const extras = isLatinOnly ? latinExtras : anyExtras;
  const plainWord = new RegExp(`\\b(?:${prefixesOf(anchors)})[a-z0-9_]*`, 'g');
  const hasExtras = new RegExp(`[${extras}]`);
  // Beginning only where no word is running, or every word would be tried from each of its letters.
  const extraWord = new RegExp(`(?<![a-z0-9_${extras}])[a-z0-9_]*[${extras}][a-z0-9_${extras}]*`, 'g');
  const aroundSeam = `[a-z0-9_${seam}${extras}]{1,${longestSeamed}}`;
  const seamedWord = new RegExp(`(?<=(${aroundSeam}))${seam}+(?=(${aroundSeam}))`, 'g');
  const cursor: WordCursor = { start: 0, end: 0, hash: 0, stemHash: 0 };

  function isAnchor(word: string): boolean {
    if (isListed) return anchors.has(word);
    if (beginsPath(hashText(word))) return true;
    return word.endsWith('s') && beginsPath(hashText(word.slice(0, -1)));
  }

  /** Whether one of the words that `token` holds, once folded, is looked up. */
  function holdsAnchor(token: string): boolean {
    for (let i = 0; nextWord(token, i, cursor); i = cursor.end) {
      if (isAnchor(foldText(token.slice(cursor.start, cursor.end)))) return true;
    }
    return false;
  }

  function locateSeamed(text: string, lower: string, offsets: Set<number>): void {
    const answers = new Map<string, boolean>();
    for (const { 0: found, 1: head = '', 2: tail = '', index } of lower.matchAll(seamedWord)) {
      const word = (head + tail).replaceAll(seam, '');
      const isHit = answers.get(word) ?? holdsAnchor(word);
      answers.set(word, isHit);
      if (!isHit) continue;
      const start = index - head.length;
      addWordStarts(text.slice(start, index + found.length + tail.length), start, offsets);
    }
  }

  function locateExtras(text: string, lower: string, offsets: Set<number>): void {
    for (const token of new Set(lower.match(extraWord))) {
      if (!holdsAnchor(token)) continue;
      for (let at = lower.indexOf(token); at >= 0; at = lower.indexOf(token, at + token.length)) {
        addWordStarts(text.slice(at, at + token.length), at, offsets);
      }
    }
  }

  function locatePlain(lower: string, offsets: Set<number>): void {
    const hits: string[] = [];
    for (const word of new Set(lower.match(plainWord))) if (isAnchor(word)) hits.push(word);
    if (hits.length === 0) return;
    if (hits.length > mostAlternatives) {
      const wanted = new Set(hits);
      for (const { 0: word, index } of lower.matchAll(plainWord)) {
        if (wanted.has(word) && mayFollow(anchors.get(word) ?? null, lower, index + word.length)) {
          offsets.add(index);
        }
      }
      return;
    }
    const alternatives = hits.map((word) => word + lookAhead(anchors.get(word) ?? null));
    const expression = new RegExp(`\\b(?:${alternatives.join('|')})`, 'g');
    while (expression.test(lower)) offsets.add(startOfWord(lower, expression.lastIndex));
  }

  function addWordStarts(token: string, at: number, offsets: Set<number>): void {
    for (let i = 0; nextWord(token, i, cursor); i = cursor.end) offsets.add(at + cursor.start);
  }

  return {
    findCandidates(text) {
      const lower = toLowerCase(text);
      const offsets = new Set<number>();
      locatePlain(lower, offsets);
      const plainCount = offsets.size;
      if (lower.includes(seam)) locateSeamed(text, lower, offsets);
      if (hasExtras.test(lower)) locateExtras(text, lower, offsets);
      const found = [...offsets];
      return offsets.size > plainCount ? found.sort((a, b) => a - b) : found;
    },
  };
}

const latinLines = /^[a-z0-9_ \n]*$/;

/** The same condition for the expression: the next word's letter, or something beyond ASCII that needs a closer look. */
function lookAhead(next: NextLetters): string {
  return next === null ? '(?![a-z0-9_])' : `(?=[^a-z0-9_]+(?:[${next}]|(?<=[^\\x00-\\x7f])))`;
}

function mayFollow(next: NextLetters, lower: string, end: number): boolean {
  if (next === null) return true;
  for (let i = end; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    if (unit >= 0x80) return true;
    if (isAsciiWord(unit)) return next.includes(lower[i] as string);
  }
  return false;
}

function startOfWord(lower: string, end: number): number {
  let start = end;
  while (start > 0 && isAsciiWord(lower.charCodeAt(start - 1))) start--;
  return start;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

/** `İ` alone changes its length when it becomes small, and offsets must hold. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll('\u0130', 'i').toLowerCase();
}

/**
 * An expression for the first two letters of every word that is looked up: with few names it already passes over most
 * words, with many it costs nothing.
 */
function prefixesOf(anchors: ReadonlyMap<string, NextLetters>): string {
  const seconds = new Map<string, Set<string>>();
  const alone = new Set<string>();
  for (const anchor of anchors.keys()) {
    if (!asciiWord.test(anchor)) continue;
    const first = anchor[0] as string;
    if (anchor.length === 1) alone.add(first);
    else seconds.set(first, (seconds.get(first) ?? new Set()).add(anchor[1] as string));
  }
  const parts = [...seconds].sort().map(([first, letters]) => `${first}[${[...letters].sort().join('')}]`);
  if (alone.size > 0) parts.push(`[${[...alone].sort().join('')}](?![a-z0-9_])`);
  // Nothing to look for: an expression that never matches.
  return parts.length > 0 ? parts.join('|') : '(?!)';
}
