import { maxNameLength } from '../../knowledge/pack-limits.ts';
import { foldText } from '../text/fold-character.ts';
import { nextWord, type WordCursor } from '../text/read-name-words.ts';
import { isWordEdge } from '../text/word-edge.ts';
import { matchFoldedBefore, matchNameAt } from './match-name.ts';
import type { NameIndex } from './name-index.ts';

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
 * Reads the text word by word. Each word is folded and looked up together with those behind it; only the names that begin
 * with these are compared letter by letter, and none within a name that is found. No input throws; the time is linear in the
 * text, whatever the number of names.
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

/** So many words are looked ahead for: more than any name has. */
const mostWords = maxNameLength;
/** Words read at a time: all those of a book at once would fill the memory. */
const batchSize = 4_096;

/** Some words of a text, in order. */
interface WordWindow {
  readonly starts: number[];
  readonly folded: string[];
  /** At the last of them. */
  readonly cursor: WordCursor;
  hasMore: boolean;
}

/** Forgets the words before `at` and reads as many more as are wanted at a time. */
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

/** Those of the names that are in the text with their first word at `wordStart`, and begin no earlier than `from`. */
function findAt(
  text: string,
  wordStart: number,
  ids: readonly number[],
  index: NameIndex,
  from: number,
): Found[] {
  const found: Found[] = [];
  let mostWords = 0;
  // The names of more words come last; where one of them is found, those that it begins with need not be compared.
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

/** Of names at one word the one that begins first, and of those the longest; entities that claim the same words share one match. */
function chooseLongest(found: Found[]): NameMatch | undefined {
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const [first] = found;
  if (first === undefined) return undefined;
  const { start, end } = first;
  const alike = found.filter((other) => other.start === start && other.end === end);
  return { nameIds: [...new Set(alike.map(({ id }) => id))], start, end };
}
