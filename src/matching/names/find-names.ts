import { maxNameLength } from '../../knowledge/pack-limits.ts';
import { foldText } from '../text/fold-character.ts';
import { nextWord, type WordCursor } from '../text/read-name-words.ts';
import { isWordEdge } from '../text/word-edge.ts';
import { matchFoldedBefore, matchNameAt } from './match-name.ts';
import type { NameIndex } from './name-index.ts';

export interface NameMatch {
  /** Several entities may have the same spelling. */
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
 * Every name in `text`: leftmost, then longest, whole words, never overlapping; before rules apply.
 *
 * Reads the text word by word. Folds each word and looks it up together with the following ones. Only names
 * that start with these are compared letter by letter, and none inside a name already found. Never throws;
 * the time is linear in the text, whatever the number of names.
 */
export function findNames(text: string, index: NameIndex): NameMatch[] {
  const words: WordWindow = { starts: [], folded: [], cursor: { start: 0, end: 0 }, hasMore: true };
  const { starts, folded } = words;
  const matches: NameMatch[] = [];
  let reached = 0;
  for (let at = 0; ; at += 1) {
    if (words.hasMore && folded.length - at <= mostWords) {
      moveWindow(text, words, at);
      at = 0;
    }
    const wordStart = starts[at];
    if (wordStart === undefined) break;
    if (wordStart < reached) continue;
    const match = chooseLongest(findAt(text, wordStart, index.namesAt(folded, at), index, reached));
    if (match === undefined) continue;
    matches.push(match);
    reached = match.end;
  }
  return matches;
}

/** How many words are looked ahead: more than any name has. */
const mostWords = maxNameLength;
/** Words read at a time: all words of a book at once would fill the memory. */
const batchSize = 4_096;

/** Consecutive words of a text. */
interface WordWindow {
  readonly starts: number[];
  readonly folded: string[];
  /** At the last of them. */
  readonly cursor: WordCursor;
  hasMore: boolean;
}

/** Drops the words before `at` and reads the next batch. */
function moveWindow(text: string, words: WordWindow, at: number): void {
  const { starts, folded, cursor } = words;
  starts.splice(0, at);
  folded.splice(0, at);
  for (let count = 0; count < batchSize; count += 1) {
    words.hasMore = nextWord(text, cursor.end, cursor);
    if (!words.hasMore) return;
    starts.push(cursor.start);
    folded.push(foldText(text.slice(cursor.start, cursor.end)));
  }
}

/** The names in the text whose first word is at `wordStart` and that start no earlier than `from`. */
function findAt(
  text: string,
  wordStart: number,
  ids: readonly number[],
  index: NameIndex,
  from: number,
): Found[] {
  const found: Found[] = [];
  let mostWords = 0;
  // Names with more words come last; once one is found, the names that it starts with need no comparison.
  for (const id of ids.toReversed()) {
    const { folded, prefix, wordCount, options } = index.pattern(id);
    if (prefix === '' && wordCount < mostWords) continue;
    const start = prefix === '' ? wordStart : matchFoldedBefore(text, wordStart, prefix);
    if (start < from || !isWordEdge(text, start)) continue;
    const end = matchNameAt(text, start, folded, options);
    if (end < 0) continue;
    found.push({ id, start, end });
    if (prefix === '') mostWords = wordCount;
  }
  return found;
}

/**
 * Of the names at one word, the one that starts first, and of those the longest; entities with the same name
 * share one match.
 */
function chooseLongest(found: Found[]): NameMatch | undefined {
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const [first] = found;
  if (first === undefined) return undefined;
  const { start, end } = first;
  const alike = found.filter((other) => other.start === start && other.end === end);
  return { nameIds: [...new Set(alike.map(({ id }) => id))], start, end };
}
