import { foldText } from './fold-character.ts';
import { matchFoldedBefore, matchNameAt } from './match-name.ts';
import type { NameIndex } from './name-index.ts';
import { nextWord, type WordCursor } from './read-name-words.ts';
import { isWordEdge } from './word-edge.ts';

export interface NameMatch {
  /** Several entities may claim one spelling. */
  readonly nameIds: readonly number[];
  /** Half-open offsets into the text. */
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Every name in `text`: leftmost, then longest, whole words, never overlapping; rules are not applied yet.
 *
 * Reads the text word by word. Each word is folded and looked up together with the one behind it; only the names that begin
 * with both are compared letter by letter. No input throws; the time is linear in the text, whatever the number of names.
 */
export function findNames(text: string, index: NameIndex): NameMatch[] {
  const found: Found[] = [];
  let word = readWord(text, 0);
  while (word) {
    const next = readWord(text, word.end);
    for (const id of index.namesBeginningWith(word.folded, next?.folded)) {
      collectAt(text, word.start, id, index, found);
    }
    word = next;
  }
  return chooseLeftmostLongest(found);
}

interface FoldedWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

function readWord(text: string, from: number): FoldedWord | undefined {
  const cursor: WordCursor = { start: 0, end: 0 };
  if (!nextWord(text, from, cursor)) return undefined;
  const { start, end } = cursor;
  return { start, end, folded: foldText(text.slice(start, end)) };
}

/** Adds the name where it is in the text with its first word at `wordStart`. */
function collectAt(text: string, wordStart: number, id: number, index: NameIndex, found: Found[]): void {
  const { folded, prefix, options } = index.pattern(id);
  const start = prefix === '' ? wordStart : matchFoldedBefore(text, wordStart, prefix);
  if (start < 0 || !isWordEdge(text, start)) return;
  const end = matchNameAt(text, start, folded, options);
  if (end >= 0) found.push({ id, start, end });
}

/** Of matches that overlap the leftmost, and of those the longest; entities that claim the same words share one match. */
function chooseLeftmostLongest(found: Found[]): NameMatch[] {
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const matches: { nameIds: number[]; start: number; end: number }[] = [];
  for (const { id, start, end } of found) {
    const last = matches.at(-1);
    if (last && start === last.start && end === last.end) {
      if (last.nameIds.at(-1) !== id) last.nameIds.push(id);
    } else if (!last || start >= last.end) {
      matches.push({ nameIds: [id], start, end });
    }
  }
  return matches;
}
