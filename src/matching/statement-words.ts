import { readWords, type TraceWord } from './read-words.ts';
import type { TraceableStatement } from './traceable-statement.ts';
import { stopWords } from './word-classes.ts';

/** A statement read into words, once, when a page first comes near it. */
export interface StatementWords {
  readonly statement: TraceableStatement;
  readonly texts: readonly StatementText[];
  /** Words of the speaker's own name, folded: any of them near the passage names the speaker. */
  readonly speakerWords: ReadonlySet<string>;
  /** Words of names that go with the speaker. */
  readonly companyWords: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  readonly subjectWords: ReadonlySet<string>;
}

export interface StatementText {
  /** The sentences joined by spaces; the words' offsets count in it. */
  readonly text: string;
  readonly words: readonly TraceWord[];
  /** The number of the sentence in which each word stands. */
  readonly sentenceOf: readonly number[];
}

export function readStatementWords(statement: TraceableStatement): StatementWords {
  return {
    statement,
    texts: statement.texts.map((sentences) => {
      const text = sentences.join(' ');
      const words: TraceWord[] = [];
      const sentenceOf: number[] = [];
      let at = 0;
      for (const [number, sentence] of sentences.entries()) {
        for (const word of readWords(text, at, at + sentence.length)) {
          words.push(word);
          sentenceOf.push(number);
        }
        at += sentence.length + 1;
      }
      return { text, words, sentenceOf };
    }),
    speakerWords: nameWordsOf(statement.speakerNames),
    companyWords: nameWordsOf(statement.speakerCompany),
    nameWords: new Set(statement.names),
    subjectWords: new Set(statement.subjectWords),
  };
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
