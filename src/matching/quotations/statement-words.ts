import type { IndexedStatement, IndexedText } from './indexed-statement.ts';
import { type ComparedWord, readWords } from './read-words.ts';
import { stopWords } from './word-classes.ts';

/** A statement read into words, once, when a page first comes near it. */
export interface StatementWords {
  readonly statement: IndexedStatement;
  /** Its texts; a long one is split into several stretches. */
  readonly texts: readonly StatementText[];
  /** Folded words of the speaker's own name: any of them near the passage names the speaker. */
  readonly speakerWords: ReadonlySet<string>;
  /** Words of names that go with the speaker. */
  readonly companyWords: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  readonly subjectWords: ReadonlySet<string>;
}

/** A text of a statement, or a stretch of a long one. */
export interface StatementText {
  /** All sentences of the text joined by spaces; the words' offsets refer to it. */
  readonly text: string;
  readonly words: readonly ComparedWord[];
  /** The number of each word's sentence. */
  readonly sentenceOf: readonly number[];
}

export function readStatementWords(statement: IndexedStatement): StatementWords {
  return {
    statement,
    texts: statement.texts.flatMap(splitIntoRuns),
    speakerWords: nameWordsOf(statement.speakerNames),
    companyWords: nameWordsOf(statement.speakerCompany),
    nameWords: new Set(statement.names),
    subjectWords: new Set(statement.subjectWords),
  };
}

/**
 * Alignment takes the product of two lengths, so a long speech is split between sentences and compared
 * stretch by stretch.
 */
const maxStretchLength = 400;

function splitIntoRuns(sentences: IndexedText): StatementText[] {
  const text = sentences.join(' ');
  const runs: { text: string; words: ComparedWord[]; sentenceOf: number[] }[] = [];
  let at = 0;
  for (const [number, sentence] of sentences.entries()) {
    const read = readWords(text, at, at + sentence.length);
    at += sentence.length + 1;
    // A sentence longer than a stretch is a list or an attack; it is split anywhere.
    for (let from = 0; from < read.length; from += maxStretchLength) {
      const words = read.slice(from, from + maxStretchLength);
      let last = runs.at(-1);
      if (!last || last.words.length + words.length > maxStretchLength) {
        last = { text, words: [], sentenceOf: [] };
        runs.push(last);
      }
      last.words.push(...words);
      last.sentenceOf.push(...words.map(() => number));
    }
  }
  return runs;
}

/** The capitalised words of some names; "the" and "of" identify nobody. */
function nameWordsOf(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const name of names) {
    for (const { folded, isCapital } of readWords(name))
      if (isCapital && !stopWords.has(folded)) found.add(folded);
  }
  return found;
}
