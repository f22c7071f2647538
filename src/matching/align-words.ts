import type { TraceWord } from './read-words.ts';
import { sameWord } from './same-word.ts';

/** Word `page[0]` of the passage stands for word `statement[1]` of the statement. */
export type WordPair = readonly [page: number, statement: number];

// A content word says which sentence it is, a stop word hardly; a gap costs less than the content word after it.
const contentScore = 3;
const stopScore = 1;
const mismatchScore = -2;
const gapScore = -1;

const fromNowhere = 0;
const fromBoth = 1;
const fromPage = 2;
const fromStatement = 3;

/**
 * Which page words match which statement words, and how much each match scores: `scores[i * width + j + 1]` for page
 * word `i` and statement word `j`. Made once for a place and a statement, however many pieces are aligned.
 */
export interface WordMatches {
  readonly pageCount: number;
  /** Words of the statement and one. */
  readonly width: number;
  readonly scores: Int8Array;
}

export function matchWords(page: readonly TraceWord[], statement: readonly TraceWord[]): WordMatches {
  const width = statement.length + 1;
  const scores = new Int8Array(page.length * width).fill(mismatchScore);
  const rows = new Map<string, Int8Array>();
  for (const [i, word] of page.entries()) {
    // Spelling may match only where a word names nothing, so that a word's shape is part of what it is.
    const key = `${word.folded} ${word.stem} ${word.isCapital && !word.opensSentence}`;
    let row = rows.get(key);
    if (!row) {
      row = new Int8Array(statement.length);
      for (const [j, other] of statement.entries()) row[j] = matchScore(word, other);
      rows.set(key, row);
    }
    scores.set(row, i * width + 1);
  }
  return { pageCount: page.length, width, scores };
}

function matchScore(page: TraceWord, statement: TraceWord): number {
  if (!sameWord(page, statement)) return mismatchScore;
  return statement.isContent ? contentScore : stopScore;
}

/**
 * The best local alignment of page words with statement words (Smith and Waterman 1981, linear gaps): pairs of
 * words that match, in order. Words in `isTaken` belong to an earlier alignment. Empty where nothing scores
 * `leastScore`. Time and space are the product of the two lengths: callers keep both short.
 */
export function alignWords(matches: WordMatches, isTaken: Uint8Array, leastScore: number): WordPair[] {
  const { pageCount, width, scores } = matches;
  const origins = new Uint8Array((pageCount + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= pageCount; i += 1) {
    row.fill(0);
    const rowAt = (i - 1) * width;
    for (let j = 1; j < width && isTaken[i - 1] === 0; j += 1) {
      const both = (above[j - 1] as number) + (scores[rowAt + j] as number);
      const up = (above[j] as number) + gapScore;
      const left = (row[j - 1] as number) + gapScore;
      const score = Math.max(both, up, left);
      if (score <= 0) continue;
      row[j] = score;
      origins[i * width + j] = score === both ? fromBoth : score === up ? fromPage : fromStatement;
      if (score > best) {
        best = score;
        bestAt = i * width + j;
      }
    }
    [above, row] = [row, above];
  }
  return best < leastScore ? [] : traceBack(matches, origins, bestAt);
}

function traceBack({ width, scores }: WordMatches, origins: Uint8Array, from: number): WordPair[] {
  const pairs: WordPair[] = [];
  let at = from;
  while (origins[at] !== fromNowhere) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (origins[at] === fromPage) at -= width;
    else if (origins[at] === fromStatement) at -= 1;
    else {
      if ((scores[i * width + j + 1] as number) > 0) pairs.push([i, j]);
      at -= width + 1;
    }
  }
  return pairs.reverse();
}
