import { foldText } from './fold-character.ts';
import { nextWord, type WordCursor } from './read-name-words.ts';

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

const asciiWord = /^[a-z0-9_]+$/;
/** With so many words to be found, one look at every word is cheaper than an expression of all of them. */
const mostAlternatives = 40;

/**
 * Why it is built like this: a content script's code runs cold, some 65 ns for each character read by script where the
 * browser's own string functions take one or two. So the text is cut into words by one expression, made distinct and
 * compared with the index's words by the browser itself, and script sees only words that hit. Measured against reading
 * characters by script and against one expression of all names: `docs/matching.md`.
 */
export function createWordFilter(lines: string): WordFilter {
  const anchors = new Set(lines === '' ? [] : lines.split('\n'));
  const isLatinOnly = asciiWord.test(lines.replaceAll('\n', ''));
  const extras = isLatinOnly ? latinExtras : anyExtras;
  const plainWord = new RegExp(`\\b(?:${prefixesOf(anchors)})[a-z0-9_]*`, 'g');
  const hasExtras = new RegExp(`[${extras}]`);
  const extraWord = new RegExp(`[a-z0-9_]*[${extras}][a-z0-9_${extras}]*`, 'g');
  const wordCharacter = `[a-z0-9_${extras}]`;
  const seamedWord = new RegExp(`${wordCharacter}+(?:${seam}+${wordCharacter}+)+`, 'g');
  const cursor: WordCursor = { start: 0, end: 0, hash: 0, stemHash: 0 };

  /** Whether one of the words that `token` holds, once folded, is looked up. */
  function holdsAnchor(token: string): boolean {
    for (let i = 0; nextWord(token, i, cursor); i = cursor.end) {
      if (anchors.has(foldText(token.slice(cursor.start, cursor.end)))) return true;
    }
    return false;
  }

  function findHits(lower: string): string[] {
    const hits: string[] = [];
    if (lower.includes(seam)) {
      for (const token of new Set(lower.match(seamedWord)))
        if (holdsAnchor(withoutSeams(token))) hits.push(token);
    }
    if (hasExtras.test(lower)) {
      for (const token of new Set(lower.match(extraWord))) if (holdsAnchor(token)) hits.push(token);
    }
    for (const word of new Set(lower.match(plainWord))) if (anchors.has(word)) hits.push(word);
    return hits;
  }

  return {
    findCandidates(text) {
      const lower = toLowerCase(text);
      const hits = findHits(lower);
      if (hits.length === 0) return [];
      return locate(text, lower, hits);
    },
  };

  function locate(text: string, lower: string, hits: readonly string[]): number[] {
    const plain = hits.filter((hit) => asciiWord.test(hit));
    const offsets = new Set<number>();
    if (plain.length > mostAlternatives) {
      const wanted = new Set(plain);
      for (const { 0: word, index } of lower.matchAll(plainWord)) if (wanted.has(word)) offsets.add(index);
    } else if (plain.length > 0) {
      const expression = new RegExp(`\\b(?:${plain.join('|')})(?![a-z0-9_])`, 'g');
      while (expression.test(lower)) {
        // Every alternative is a word of one length or another: its beginning is the last edge before.
        offsets.add(startOfWord(lower, expression.lastIndex));
      }
    }
    for (const token of hits) {
      if (asciiWord.test(token)) continue;
      for (let at = lower.indexOf(token); at >= 0; at = lower.indexOf(token, at + token.length)) {
        addWordStarts(text.slice(at, at + token.length), at, offsets);
      }
    }
    return [...offsets].sort((a, b) => a - b);
  }

  function addWordStarts(token: string, at: number, offsets: Set<number>): void {
    for (let i = 0; nextWord(token, i, cursor); i = cursor.end) offsets.add(at + cursor.start);
  }
}

function withoutSeams(token: string): string {
  return token.replaceAll(seam, '');
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
function prefixesOf(anchors: ReadonlySet<string>): string {
  const seconds = new Map<string, Set<string>>();
  const alone = new Set<string>();
  for (const anchor of anchors) {
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
