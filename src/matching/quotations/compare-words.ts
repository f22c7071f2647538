import { findMatchingBlocks, maxSteps, moveGaps } from '../../knowledge/text/find-matching-blocks.ts';
import { showsOmission } from '../../knowledge/text/slide-gap.ts';
import type { PageWords } from './page-words.ts';
import type { PassageRange } from './passage-range.ts';
import type { ComparedWord } from './read-words.ts';
import { sameWord } from './same-word.ts';
import type { StatementText } from './statement-words.ts';

/** One difference between page and statement, with the words on either side. */
export interface WordDifference {
  readonly statement: readonly ComparedWord[];
  readonly page: readonly ComparedWord[];
  /** The same word in another form or spelling. */
  readonly isForm: boolean;
  /**
   * The omission or insertion is marked: by a sign of omission or brackets on the side with fewer words or,
   * on the page, by closing and reopening the quotation marks.
   */
  readonly isMarked: boolean;
  /** Whole sentences of the statement, and nothing else. */
  readonly isWholeSentences: boolean;
}

export interface WordComparison {
  readonly differences: readonly WordDifference[];
  /** The statement's words that the page has, and the page's words for them, one by one. */
  readonly matched: readonly ComparedWord[];
  readonly matchedOnPage: readonly ComparedWord[];
  /** Words of the statement's range, without whole sentences that were left out. */
  readonly statementCount: number;
  readonly pageCount: number;
}

/**
 * Compares the words of a passage with the statement's, in order, piece by piece. Undefined if a piece is too
 * different to be a printing.
 */
export function compareWords(
  page: PageWords,
  statement: StatementText,
  range: PassageRange,
): WordComparison | undefined {
  const differences: WordDifference[] = [];
  const matched: ComparedWord[] = [];
  const matchedOnPage: ComparedWord[] = [];
  const found = { differences, matched, matchedOnPage };
  let i = range.firstStatement;
  let j = 0;
  for (const [j2, i2] of [...range.seams, [range.page.length, range.lastStatement + 1] as const]) {
    if (!comparePiece({ page, statement, range }, [i, i2], [j, j2], found)) return undefined;
    [i, j] = [i2, j2];
  }
  const leftOut = differences.filter((one) => one.isWholeSentences).flatMap((one) => one.statement).length;
  const statementCount = range.lastStatement + 1 - range.firstStatement - leftOut;
  return { ...found, statementCount, pageCount: range.page.length };
}

interface Compared {
  readonly page: PageWords;
  readonly statement: StatementText;
  readonly range: PassageRange;
}

interface Found {
  readonly differences: WordDifference[];
  readonly matched: ComparedWord[];
  readonly matchedOnPage: ComparedWord[];
}

/** @returns false if there is too much to compare */
function comparePiece(
  { page, statement, range }: Compared,
  [fromStatement, toStatement]: readonly [number, number],
  [fromPage, toPage]: readonly [number, number],
  { differences, matched, matchedOnPage }: Found,
): boolean {
  const ours = statement.words.slice(fromStatement, toStatement);
  const theirs = range.page.slice(fromPage, toPage).map((n) => page.words[n] as ComparedWord);
  const isMarked = (from: number, to: number) => isMarkedAt(page, range.page, fromPage + from, fromPage + to);
  const isMarkedByStatement = (at: number) => showsGap(statement, fromStatement + at);
  const matchingBlocks = findMatchingBlocks(ours, theirs, maxSteps, sameWord);
  if (matchingBlocks === undefined) return false;
  moveGaps(
    matchingBlocks,
    (a, b) => ours[a]?.folded === theirs[b]?.folded,
    (at) => isMarked(at, at),
  );
  for (const { isSame, i, i2, j, j2 } of matchingBlocks) {
    if (isSame) {
      for (let n = 0; n < i2 - i; n += 1) {
        const a = ours[i + n] as ComparedWord;
        const b = theirs[j + n] as ComparedWord;
        matched.push(a);
        matchedOnPage.push(b);
        if (a.folded === b.folded) continue;
        differences.push({
          statement: [a],
          page: [b],
          isForm: true,
          isMarked: false,
          isWholeSentences: false,
        });
      }
    } else {
      differences.push({
        statement: ours.slice(i, i2),
        page: theirs.slice(j, j2),
        isForm: false,
        isMarked: isMarked(j, j2) || (i === i2 && isMarkedByStatement(i)),
        isWholeSentences: j === j2 && isWholeSentences(statement, fromStatement + i, i2 - i),
      });
    }
  }
  return true;
}

/** Whether the page shows a mark between the word before the gap and the word after it. */
function isMarkedAt(page: PageWords, pageIndexes: readonly number[], from: number, to: number): boolean {
  const before = pageIndexes[from - 1];
  const after = pageIndexes[to];
  if (before === undefined || after === undefined) return false;
  if (page.quoteOf[before] !== page.quoteOf[after]) return true;
  const between = page.text.slice(
    (page.words[before] as ComparedWord).end,
    (page.words[after] as ComparedWord).start,
  );
  return showsOmission(between);
}

/** Whether the statement's own text shows, before this word, that its outlet left something out. */
function showsGap({ text, words }: StatementText, at: number): boolean {
  const before = words[at - 1];
  const after = words[at];
  return before !== undefined && after !== undefined && showsOmission(text.slice(before.end, after.start));
}

function isWholeSentences(statement: StatementText, from: number, count: number): boolean {
  const { sentenceOf } = statement;
  const opens = from === 0 || sentenceOf[from - 1] !== sentenceOf[from];
  const closes =
    from + count >= sentenceOf.length || sentenceOf[from + count] !== sentenceOf[from + count - 1];
  return count > 0 && opens && closes;
}
