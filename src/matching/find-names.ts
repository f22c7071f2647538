import { matchFoldedBefore, matchNameAt } from './match-name.ts';
import type { NameIndex, SearchableIndex } from './name-index.ts';
import { joinHash, nextWord, type WordCursor } from './read-name-words.ts';
import { isWordEdge } from './word-edge.ts';
import { createWordScanner } from './word-scanner.ts';

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
 * Every name in `text`: leftmost, then longest, whole words, never overlapping; no rule judged yet.
 * Total, and linear in the text whatever the number of names: places worth a look come from the word scanner, and from
 * each of these at most as many words are read as the longest name has.
 */
export function findNames(text: string, index: NameIndex): NameMatch[] {
  return findNamesAt(text, findCandidates(text, index), index);
}

/** The same where the places worth a look are known: offsets of word beginnings, at least those that a word scanner gives. */
export function findNamesAt(text: string, offsets: readonly number[], index: NameIndex): NameMatch[] {
  const found: Found[] = [];
  for (const offset of offsets) collectAt(text, offset, index as SearchableIndex, found);
  return chooseLeftmostLongest(found);
}

/** Offsets of the words in `text` that are worth a look, ascending. */
function findCandidates(text: string, index: NameIndex): number[] {
  const scanner = createWordScanner(index as SearchableIndex);
  let rest: string | undefined = text;
  scanner.scan(() => {
    const piece = rest;
    rest = undefined;
    return piece;
  });
  return scanner.takePlaces().filter((_, i) => i % 2 === 1);
}

/** Follows the path of words from `offset` and calls `visit` with each table value that has names. */
function followPaths(
  text: string,
  offset: number,
  index: SearchableIndex,
  visit: (value: number) => void,
): void {
  const cursor: WordCursor = { start: 0, end: offset, hash: 0, stemHash: 0 };
  let path = 0;
  for (let depth = 0, end = offset; nextWord(text, end, cursor); depth++, end = cursor.end) {
    if (cursor.stemHash !== 0) {
      const stem = depth === 0 ? cursor.stemHash : joinHash(path, cursor.stemHash);
      const value = index.lookUp(stem);
      if (value > 1) visit(value);
    }
    path = depth === 0 ? cursor.hash : joinHash(path, cursor.hash);
    const value = index.lookUp(path);
    if (value > 1) visit(value);
    if ((value & 1) === 0) return;
  }
}

function collectAt(text: string, offset: number, index: SearchableIndex, found: Found[]): void {
  followPaths(text, offset, index, (value) => {
    for (const id of index.namesAt(value)) {
      const { folded, prefix, options } = index.pattern(id);
      const start = prefix === '' ? offset : matchFoldedBefore(text, offset, prefix);
      if (start < 0 || !isWordEdge(text, start)) continue;
      const end = matchNameAt(text, start, folded, options);
      if (end >= 0) found.push({ id, start, end });
    }
  });
}

function chooseLeftmostLongest(found: Found[]): NameMatch[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
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
