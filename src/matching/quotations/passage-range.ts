import type { Passage } from './find-passages.ts';
import type { PageWords } from './page-words.ts';
import type { ComparedWord } from './read-words.ts';
import { sameWord } from './same-word.ts';
import type { StatementText } from './statement-words.ts';

/** The words to compare: those of the page, and the statement's from the first concerned to the last. */
export interface PassageRange {
  /** Numbers of the page's words, ascending, without the outlet's words between quotations. */
  readonly page: readonly number[];
  readonly firstStatement: number;
  readonly lastStatement: number;
  /** Where the passage's pieces start and end, as [number in `page`, statement word], ends exclusive. */
  readonly seams: readonly (readonly [number, number])[];
}

/** An outlet that changes a statement's opening changes only a few words. */
const maxEdgeWords = 6;

/**
 * Widens a passage by the words at its edges that differ, and that alignment therefore drops. In "It took
 * five years for Amazon", printed for "It took two years for Amazon", the alignment starts at "years", which
 * would lose the important difference.
 */
export function widenPassage(page: PageWords, statement: StatementText, passage: Passage): PassageRange {
  const { pairs, isQuoted } = passage;
  const [firstPage, firstStatement] = pairs[0] as readonly [number, number];
  const [lastPage, lastStatement] = pairs.at(-1) as readonly [number, number];
  const before = edgeWords(page, statement, isQuoted, firstPage, firstStatement, -1);
  const after = edgeWords(page, statement, isQuoted, lastPage, lastStatement, 1);
  const from = firstPage - before.page;
  const to = lastPage + after.page;
  const pageIndexes: number[] = [];
  for (let i = from; i <= to; i += 1) {
    if (!isQuoted || (page.quoteOf[i] as number) >= 0) pageIndexes.push(i);
  }
  return {
    page: pageIndexes,
    firstStatement: firstStatement - before.statement,
    lastStatement: lastStatement + after.statement,
    seams: findSeams(passage, pageIndexes),
  };
}

/** Between two pieces is what only one side has; comparing it with the pieces would blur them. */
function findSeams({ pairs, pieceStarts }: Passage, pageIndexes: readonly number[]): [number, number][] {
  return pieceStarts.slice(1).flatMap((start): [number, number][] => {
    const [endPage, endStatement] = pairs[start - 1] as readonly [number, number];
    const [nextPage, nextStatement] = pairs[start] as readonly [number, number];
    return [
      [pageIndexes.indexOf(endPage) + 1, endStatement + 1],
      [pageIndexes.indexOf(nextPage), nextStatement],
    ];
  });
}

function edgeWords(
  page: PageWords,
  statement: StatementText,
  isQuoted: boolean,
  fromPage: number,
  fromStatement: number,
  step: -1 | 1,
): { page: number; statement: number } {
  const pageCount = countBeside(page.words.length, fromPage, step, (i) => {
    const isSameSentence = page.sentenceOf[i] === page.sentenceOf[fromPage];
    return isSameSentence && page.quoteOf[i] === page.quoteOf[fromPage];
  });
  const statementCount = countBeside(
    statement.words.length,
    fromStatement,
    step,
    (j) => statement.sentenceOf[j] === statement.sentenceOf[fromStatement],
  );
  if (isQuoted) {
    // The page presents everything between the marks as the speaker's words, so all of it is compared.
    if (pageCount > 2 * maxEdgeWords) return { page: 0, statement: 0 };
    return { page: pageCount, statement: Math.min(pageCount, statementCount) };
  }
  const pageWords = sliceBeside(page.words, fromPage, step, Math.min(pageCount, maxEdgeWords + 3));
  const statementWords = sliceBeside(
    statement.words,
    fromStatement,
    step,
    Math.min(statementCount, maxEdgeWords),
  );
  return reachOf(pageWords, statementWords);
}

/**
 * How far the edges of two texts correspond: to the farthest word that both have, with a few words inserted
 * between; else to the farthest position at which one word replaces another of its sort.
 */
function reachOf(
  page: readonly ComparedWord[],
  statement: readonly ComparedWord[],
): { page: number; statement: number } {
  for (let ours = statement.length; ours > 0; ours -= 1) {
    for (let theirs = Math.min(page.length, ours + 3); theirs > 0; theirs -= 1) {
      if (sameWord(page[theirs - 1] as ComparedWord, statement[ours - 1] as ComparedWord)) {
        return { page: theirs, statement: ours };
      }
    }
  }
  for (let reach = Math.min(page.length, statement.length); reach > 0; reach -= 1) {
    if (isSameSort(page[reach - 1] as ComparedWord, statement[reach - 1] as ComparedWord)) {
      return { page: reach, statement: reach };
    }
  }
  // "did not urge" printed as "urge": a negation at the edge belongs to what it negates.
  return { page: page[0]?.isNegation ? 1 : 0, statement: 0 };
}

/** Two numbers, names, negations, modal verbs or measures: one may replace the other. */
function isSameSort(a: ComparedWord, b: ComparedWord): boolean {
  if (a.number !== undefined || b.number !== undefined)
    return a.number !== undefined && b.number !== undefined;
  if (a.isNegation || a.modal !== undefined) return b.isNegation || b.modal !== undefined;
  if (a.substance) return a.substance.kind === b.substance?.kind;
  return a.isCapital && b.isCapital && a.isContent && b.isContent;
}

function countBeside(length: number, from: number, step: -1 | 1, belongs: (i: number) => boolean): number {
  let count = 0;
  for (let i = from + step; i >= 0 && i < length && belongs(i); i += step) count += 1;
  return count;
}

/** The words next to `from`, nearest first. */
function sliceBeside(
  words: readonly ComparedWord[],
  from: number,
  step: -1 | 1,
  count: number,
): ComparedWord[] {
  const found: ComparedWord[] = [];
  for (let n = 1; n <= count; n += 1) found.push(words[from + step * n] as ComparedWord);
  return found;
}
