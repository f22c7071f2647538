import { alignWords, matchWords, type WordPair } from './align-words.ts';
import type { PageWords } from './page-words.ts';
import type { ComparedWord } from './read-words.ts';
import type { StatementText } from './statement-words.ts';

/**
 * Words of a page that together print a statement: pairs in order on both sides. Words between the passage's
 * quotations ("Amazon said") are not part of it.
 */
export interface Passage {
  readonly pairs: readonly WordPair[];
  /** Numbers of the pairs at which a new piece starts, the first always 0: pieces are compared one by one. */
  readonly pieceStarts: readonly number[];
  readonly isQuoted: boolean;
}

/** Two content words and one more: less is chance. */
const minScore = 7;
/** An article prints a statement in a handful of pieces; with more, the block is a list or an attack. */
const maxPieces = 8;
/**
 * Pairs of words scored for one place and text: four times what a place of ordinary words needs for the
 * longest text. In a place with only short words that are all the statement's, only the best passages are
 * found.
 */
const maxScored = 4_000_000;
/** Words of a page between two pieces of one passage, such as "he said" without marks. */
const maxWordsBetween = 6;

/** The passages of `page` that may print `statement`, in page order. */
export function findPassages(page: PageWords, statement: StatementText): Passage[] {
  const pieces = findPieces(page, statement);
  pieces.sort((a, b) => firstPage(a) - firstPage(b));
  const passages: Passage[] = [];
  for (const piece of pieces) {
    const before = passages.at(-1);
    if (before && continues(page, statement, before, piece)) {
      passages[passages.length - 1] = {
        pairs: [...before.pairs, ...piece.pairs],
        pieceStarts: [...before.pieceStarts, before.pairs.length],
        isQuoted: before.isQuoted,
      };
    } else passages.push(piece);
  }
  return passages;
}

/** The best alignment, then the best on either side of it, and so on; unordered. */
function findPieces(page: PageWords, statement: StatementText): Passage[] {
  const matches = matchWords(page.words, statement.words);
  let scored = 0;
  const align = (from: number, to: number) => {
    scored += (to - from) * matches.statementCount;
    return { from, to, ...alignWords(matches, from, to) };
  };
  const open = [align(0, page.words.length)];
  const pieces: Passage[] = [];
  while (pieces.length < maxPieces) {
    open.sort((a, b) => b.score - a.score || a.from - b.from);
    const best = open.shift();
    if (!best || best.score < minScore) break;
    const run = withoutRandomMatches(statement, longestRun(statement, best.pairs));
    const piece = splitAtQuotationMarks(page, run);
    const [first] = piece.pairs;
    const last = piece.pairs.at(-1);
    if (!first || !last) break;
    pieces.push(piece);
    if (scored > maxScored) break;
    open.push(align(best.from, first[0]), align(last[0] + 1, best.to));
  }
  return pieces;
}

/**
 * Alignment bridges any gap that pays off, even to another sentence's words that only resemble the right
 * ones. This returns the longest stretch without such a bridge; the rest is found again separately.
 */
function longestRun(statement: StatementText, pairs: readonly WordPair[]): readonly WordPair[] {
  let longest: readonly WordPair[] = [];
  let start = 0;
  for (let n = 1; n <= pairs.length; n += 1) {
    if (n < pairs.length && !isBridge(statement, pairs[n - 1] as WordPair, pairs[n] as WordPair)) continue;
    if (n - start > longest.length) longest = pairs.slice(start, n);
    start = n;
  }
  return longest;
}

function isBridge(statement: StatementText, before: WordPair, after: WordPair): boolean {
  const pageGap = after[0] - before[0] - 1;
  const statementGap = after[1] - before[1] - 1;
  if (pageGap > maxWordsBetween || statementGap > maxWordsBetween) return true;
  // "I went too far and I was wrong", of "I went too far. I made a mistake and I was wrong."
  if (pageGap === 0) return false;
  return statement.sentenceOf[before[1]] !== statement.sentenceOf[after[1]];
}

/**
 * After a sentence's last word the next sentences of page and statement may both start with "We". Such small
 * words at an edge, without a content word of their sentence, are chance.
 */
function withoutRandomMatches(statement: StatementText, pairs: readonly WordPair[]): readonly WordPair[] {
  const isContent = ([, j]: WordPair) => (statement.words[j] as ComparedWord).isContent;
  const first = pairs.findIndex(isContent);
  const last = pairs.findLastIndex(isContent);
  if (first < 0) return pairs;
  const sentenceOf = (number: number) => statement.sentenceOf[(pairs[number] as WordPair)[1]];
  return pairs.filter(
    (_, n) =>
      (n >= first || sentenceOf(n) === sentenceOf(first)) &&
      (n <= last || sentenceOf(n) === sentenceOf(last)),
  );
}

/**
 * An outlet's marks separate the speaker's words from its own: a piece is inside or outside marks, never
 * across.
 */
function splitAtQuotationMarks(page: PageWords, pairs: readonly WordPair[]): Passage {
  const quoted = pairs.filter(([i]) => (page.quoteOf[i] as number) >= 0);
  const isQuoted = quoted.length >= 4 || quoted.length >= 0.6 * pairs.length;
  return { pairs: isQuoted ? quoted : pairs, pieceStarts: [0], isQuoted };
}

function continues(page: PageWords, statement: StatementText, before: Passage, after: Passage): boolean {
  const [lastPage, lastStatement] = before.pairs.at(-1) as WordPair;
  const [nextPage, nextStatement] = after.pairs[0] as WordPair;
  if (nextStatement <= lastStatement || before.isQuoted !== after.isQuoted) return false;
  const isOneQuotation = before.isQuoted && page.quoteOf[lastPage] === page.quoteOf[nextPage];
  let between = 0;
  for (let i = lastPage + 1; i < nextPage; i += 1) {
    if (!before.isQuoted || (page.quoteOf[i] as number) >= 0) between += 1;
  }
  if (isOneQuotation) return between <= 2 * maxWordsBetween;
  const step =
    (statement.sentenceOf[nextStatement] as number) - (statement.sentenceOf[lastStatement] as number);
  // Without marks only words that follow closely continue a piece: two sentences of a statement share many
  // words.
  const skipped = before.isQuoted ? 0 : nextStatement - lastStatement - 1;
  return between + skipped <= maxWordsBetween && step <= 1;
}

function firstPage({ pairs }: Passage): number {
  return (pairs[0] as WordPair)[0];
}
