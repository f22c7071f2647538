import { wordLine } from '../../stories/drafts/lower-case-words.ts';
import type { AnnotatedArticle } from '../annotated-article.ts';

/** A place where a page prints a statement that some pack knows. */
export interface StatementPlace {
  readonly statement: string;
  /** Its number among the article's matches of the statement, in reading order. */
  readonly index: number;
}

/** Where words that the page quotes are part of a known statement; undefined if they are not. */
export function findPrintedStatement(
  { blocks }: AnnotatedArticle,
  words: string,
): StatementPlace | undefined {
  const wanted = wordLine(words);
  const counts = new Map<string, number>();
  for (const { text, traces } of blocks) {
    for (const { statement, start, end } of traces) {
      const index = counts.get(statement) ?? 0;
      counts.set(statement, index + 1);
      const printed = wordLine(text.slice(start, end));
      if (printed.trim() !== '' && (wanted.includes(printed) || printed.includes(wanted)))
        return { statement, index };
    }
  }
  return undefined;
}
