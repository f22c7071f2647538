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
 * The best local alignment of page words with statement words (Smith and Waterman 1981, linear gaps): pairs of
 * words that match, in order. Words in `isTaken` belong to an earlier alignment. Empty where nothing scores
 * `leastScore`. Time and space are the product of the two lengths: callers keep both short.
 */
export function alignWords(
  page: readonly TraceWord[],
  statement: readonly TraceWord[],
  isTaken: Uint8Array,
  leastScore: number,
): WordPair[] {
  const width = statement.length + 1;
  const origins = new Uint8Array((page.length + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= page.length; i += 1) {
    const word = page[i - 1] as TraceWord;
    row.fill(0);
    for (let j = 1; j < width && isTaken[i - 1] === 0; j += 1) {
      const matched = matchScore(word, statement[j - 1] as TraceWord);
      const both = (above[j - 1] as number) + matched;
      const up = (above[j] as number) + gapScore;
      const left = (row[j - 1] as number) + gapScore;
      const score = Math.max(0, both, up, left);
      if (score === 0) continue;
      row[j] = score;
      origins[i * width + j] = score === both ? fromBoth : score === up ? fromPage : fromStatement;
      if (score > best) {
        best = score;
        bestAt = i * width + j;
      }
    }
    [above, row] = [row, above];
  }
  return best < leastScore ? [] : traceBack(page, statement, origins, bestAt);
}

function matchScore(a: TraceWord, b: TraceWord): number {
  if (!sameWord(a, b)) return mismatchScore;
  return b.isContent ? contentScore : stopScore;
}

function traceBack(
  page: readonly TraceWord[],
  statement: readonly TraceWord[],
  origins: Uint8Array,
  from: number,
): WordPair[] {
  const width = statement.length + 1;
  const pairs: WordPair[] = [];
  let at = from;
  while (origins[at] !== fromNowhere) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (origins[at] === fromPage) at -= width;
    else if (origins[at] === fromStatement) at -= 1;
    else {
      if (sameWord(page[i] as TraceWord, statement[j] as TraceWord)) pairs.push([i, j]);
      at -= width + 1;
    }
  }
  return pairs.reverse();
}
