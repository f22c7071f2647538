import type { ComparedWord } from './read-words.ts';
import { sameWord } from './same-word.ts';

/** The number of a word of the passage, and of the statement's word that matches it. */
export type WordPair = readonly [page: number, statement: number];

// A content word identifies a sentence, a stop word hardly does; a gap costs less than the next content word.
const contentScore = 3;
const stopScore = 1;
const mismatchScore = -2;
const gapScore = -1;

const fromNowhere = 0;
const fromBoth = 1;
const fromPage = 2;
const fromStatement = 3;

/**
 * Which page words match which statement words. Computed once for a place and a statement, however many
 * pieces are aligned.
 */
export interface WordMatches {
  /** Number of words in the statement. */
  readonly statementCount: number;
  /**
   * For each page word its score with each word of the statement, or undefined if it matches none, as most
   * do.
   */
  readonly rows: readonly (Int8Array | undefined)[];
}

/** Scores each word of the page against each of the statement's, as input for alignment. */
export function matchWords(page: readonly ComparedWord[], statement: readonly ComparedWord[]): WordMatches {
  const possible = listPossible(statement);
  const known = new Map<string, Int8Array | undefined>();
  const rows = page.map((word) => {
    // Spelling variants match only if a word is not a name, so the key includes the word's shape.
    const key = `${word.folded} ${word.stem} ${word.isCapital && !word.opensSentence}`;
    if (!known.has(key)) known.set(key, scoreWord(word, statement, possible));
    return known.get(key);
  });
  return { statementCount: statement.length, rows };
}

/** Numbers of the statement's words by stem, and by first letter: no others can be the same word. */
function listPossible(statement: readonly ComparedWord[]): ReadonlyMap<string, readonly number[]> {
  const possible = new Map<string, number[]>();
  for (const [j, { stem, folded }] of statement.entries()) {
    for (const key of new Set([`stem ${stem}`, folded.charAt(0)])) {
      const list = possible.get(key);
      if (list) list.push(j);
      else possible.set(key, [j]);
    }
  }
  return possible;
}

function scoreWord(
  word: ComparedWord,
  statement: readonly ComparedWord[],
  possible: ReadonlyMap<string, readonly number[]>,
): Int8Array | undefined {
  let row: Int8Array | undefined;
  for (const key of [`stem ${word.stem}`, word.folded.charAt(0)]) {
    for (const j of possible.get(key) ?? []) {
      const other = statement[j] as ComparedWord;
      if (!sameWord(word, other)) continue;
      row ??= new Int8Array(statement.length).fill(mismatchScore);
      row[j] = other.isContent ? contentScore : stopScore;
    }
  }
  return row;
}

/** The best alignment of a stretch of the page, and its score. */
export interface Alignment {
  readonly score: number;
  /** Empty if nothing matches. */
  readonly pairs: readonly WordPair[];
}

/**
 * The best local alignment of the page's words `from` to `to`, half-open, with the statement's (Smith and
 * Waterman 1981, linear gaps): pairs of matching words, in order. Time and space are the product of the two
 * lengths: callers keep both short.
 */
export function alignWords({ rows, statementCount }: WordMatches, from: number, to: number): Alignment {
  const width = statementCount + 1;
  const origins = new Uint8Array((to - from + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  let best = 0;
  let bestAt = 0;
  let isAlive = false;
  for (let i = 1; i <= to - from; i += 1) {
    const scores = rows[from + i - 1];
    // Far from any match there is nothing to add up.
    if (!scores && !isAlive) continue;
    isAlive = false;
    row[0] = 0;
    for (let j = 1; j < width; j += 1) {
      const both = (above[j - 1] as number) + (scores ? (scores[j - 1] as number) : mismatchScore);
      const up = (above[j] as number) + gapScore;
      const left = (row[j - 1] as number) + gapScore;
      const score = Math.max(both, up, left, 0);
      row[j] = score;
      if (score === 0) continue;
      isAlive = true;
      origins[i * width + j] = score === both ? fromBoth : score === up ? fromPage : fromStatement;
      if (score > best) {
        best = score;
        bestAt = i * width + j;
      }
    }
    [above, row] = [row, above];
  }
  return { score: best, pairs: traceBack(rows, origins, width, from, bestAt) };
}

function traceBack(
  rows: WordMatches['rows'],
  origins: Uint8Array,
  width: number,
  from: number,
  bestAt: number,
): WordPair[] {
  const pairs: WordPair[] = [];
  let at = bestAt;
  while (origins[at] !== fromNowhere) {
    const i = from + Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (origins[at] === fromPage) at -= width;
    else if (origins[at] === fromStatement) at -= 1;
    else {
      if ((rows[i]?.[j] ?? mismatchScore) > 0) pairs.push([i, j]);
      at -= width + 1;
    }
  }
  return pairs.reverse();
}
