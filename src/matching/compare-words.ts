import { diffArrays } from 'diff';
import type { PageWords } from './page-words.ts';
import type { PassageRange } from './passage-range.ts';
import type { TraceWord } from './read-words.ts';
import { sameWord } from './same-word.ts';
import type { StatementText } from './statement-words.ts';

/** One place where page and statement differ, with what stands on either side. */
export interface WordDifference {
  readonly statement: readonly TraceWord[];
  readonly page: readonly TraceWord[];
  /** The same word in another form or spelling. */
  readonly isForm: boolean;
  /** The page shows that something is missing here: a sign of omission, brackets, or the marks closed and opened. */
  readonly isMarked: boolean;
  /** Whole sentences of the statement, and nothing else. */
  readonly isWholeSentences: boolean;
}

export interface WordComparison {
  readonly differences: readonly WordDifference[];
  readonly matched: readonly TraceWord[];
  /** Words of the statement's range that count: whole sentences left out are not part of it. */
  readonly statementCount: number;
  readonly pageCount: number;
}

/** Compares the words of a passage with the statement's, in order. */
export function compareWords(page: PageWords, statement: StatementText, range: PassageRange): WordComparison {
  const ours = statement.words.slice(range.firstStatement, range.lastStatement + 1);
  const theirs = range.page.map((i) => page.words[i] as TraceWord);
  const differences: WordDifference[] = [];
  const matched: TraceWord[] = [];
  let i = 0;
  let j = 0;
  let cut: TraceWord[] = [];
  let added: TraceWord[] = [];
  const flush = (): void => {
    if (cut.length === 0 && added.length === 0) return;
    differences.push({
      statement: cut,
      page: added,
      isForm: false,
      isMarked: isMarkedAt(page, range.page, j - added.length, j),
      isWholeSentences:
        added.length === 0 && isWholeSentences(statement, range.firstStatement + i - cut.length, cut.length),
    });
    cut = [];
    added = [];
  };
  for (const { value, added: isAdded, removed } of diffArrays(ours, theirs, { comparator: sameWord })) {
    if (removed) {
      cut = ours.slice(i, i + value.length);
      i += value.length;
    } else if (isAdded) {
      added = theirs.slice(j, j + value.length);
      j += value.length;
    } else {
      flush();
      for (const _ of value) {
        const a = ours[i] as TraceWord;
        const b = theirs[j] as TraceWord;
        i += 1;
        j += 1;
        matched.push(a);
        if (a.folded !== b.folded) {
          differences.push({
            statement: [a],
            page: [b],
            isForm: true,
            isMarked: false,
            isWholeSentences: false,
          });
        }
      }
    }
  }
  flush();
  const leftOut = differences
    .filter((one) => one.isWholeSentences)
    .reduce((sum, one) => sum + one.statement.length, 0);
  return { differences, matched, statementCount: ours.length - leftOut, pageCount: theirs.length };
}

/** Looks at what the page has between the word before the gap and the word after it. */
function isMarkedAt(page: PageWords, kept: readonly number[], from: number, to: number): boolean {
  const before = kept[from - 1];
  const after = kept[to];
  if (before === undefined || after === undefined) return false;
  if (page.quoteOf[before] !== page.quoteOf[after]) return true;
  const between = page.text.slice(
    (page.words[before] as TraceWord).end,
    (page.words[after] as TraceWord).start,
  );
  return /…|\.\s?\.\s?\.|\[/.test(between);
}

function isWholeSentences(statement: StatementText, from: number, count: number): boolean {
  const { sentenceOf } = statement;
  const opens = from === 0 || sentenceOf[from - 1] !== sentenceOf[from];
  const closes =
    from + count >= sentenceOf.length || sentenceOf[from + count] !== sentenceOf[from + count - 1];
  return count > 0 && opens && closes;
}
