import { wordLine } from '../../stories/drafts/lower-case-words.ts';
import { type KeptArticle, latestOf } from '../../stories/kept/kept-article.ts';
import type { KeptPrinter } from './kept-comparison.ts';

/** All words of a kept article's latest version. */
export interface KeptWords extends Omit<KeptPrinter, 'quoted'> {
  /** In lower case, without punctuation, with a space before and after each. */
  readonly line: string;
}

export function readKeptWords(kept: KeptArticle): KeptWords {
  const { outlet, title, date, address, text } = latestOf(kept);
  // What stands between the two is not a word: no passage goes from the headline into the text.
  return { id: kept.id, outlet, title, date, address, line: `${wordLine(title)}|${wordLine(text)}` };
}

/** The kept articles that print all these passages, each of its words in a row, with or without quotation marks. */
export function findKeptWords(passages: readonly string[], articles: readonly KeptWords[]): KeptPrinter[] {
  const wanted = passages.map(wordLine);
  return articles
    .filter(({ line }) => wanted.every((words) => line.includes(words)))
    .map(({ line: _, ...article }) => ({ ...article, quoted: passages[0] ?? '' }));
}
