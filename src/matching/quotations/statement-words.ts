import { readWords, type TraceWord } from './read-words.ts';
import type { TraceableStatement, TraceableText } from './traceable-statement.ts';
import { stopWords } from './word-classes.ts';

/** A statement read into words, once, when a page first comes near it. */
export interface StatementWords {
  readonly statement: TraceableStatement;
  /** Its texts, long ones in several stretches. */
  readonly texts: readonly StatementText[];
  /** Words of the speaker's own name, folded: any of them near the passage names the speaker. */
  readonly speakerWords: ReadonlySet<string>;
  /** Words of names that go with the speaker. */
  readonly companyWords: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  readonly subjectWords: ReadonlySet<string>;
}

/** A text of a statement, or a stretch of a long one. */
export interface StatementText {
  /** All sentences of the text joined by spaces; the words' offsets count in it. */
  readonly text: string;
  readonly words: readonly TraceWord[];
  /** The number of the sentence in which each word stands. */
  readonly sentenceOf: readonly number[];
}

export function readStatementWords(statement: TraceableStatement): StatementWords {
  return {
    statement,
    texts: statement.texts.flatMap(readStretches),
    speakerWords: nameWordsOf(statement.speakerNames),
    companyWords: nameWordsOf(statement.speakerCompany),
    nameWords: new Set(statement.names),
    subjectWords: new Set(statement.subjectWords),
  };
}

/** Alignment takes the product of two lengths, so that a long speech is compared stretch by stretch, cut between sentences. */
const longestStretch = 400;

function readStretches(sentences: TraceableText): StatementText[] {
  const text = sentences.join(' ');
  const stretches: { text: string; words: TraceWord[]; sentenceOf: number[] }[] = [];
  let at = 0;
  for (const [number, sentence] of sentences.entries()) {
    const read = readWords(text, at, at + sentence.length);
    at += sentence.length + 1;
    // A sentence longer than a stretch is a list or an attack; it is cut anywhere.
    for (let from = 0; from < read.length; from += longestStretch) {
      const words = read.slice(from, from + longestStretch);
      let last = stretches.at(-1);
      if (!last || last.words.length + words.length > longestStretch) {
        last = { text, words: [], sentenceOf: [] };
        stretches.push(last);
      }
      last.words.push(...words);
      last.sentenceOf.push(...words.map(() => number));
    }
  }
  return stretches;
}

/** The capital words of some names; "the" and "of" name nobody. */
function nameWordsOf(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const name of names) {
    for (const { folded, isCapital } of readWords(name))
      if (isCapital && !stopWords.has(folded)) found.add(folded);
  }
  return found;
}
