import { readWords } from '../../matching/quotations/read-words.ts';
import type { Article } from '../text/article.ts';

/** Enough to recognise articles on the same event, few enough to look each of them up. */
const maxWords = 40;
/** A name says more about an article's subject than another word, and a word of the headline more than one of the text. */
const nameWeight = 2;
const titleWeight = 3;

/**
 * The stems that an article repeats most, names and words of the headline first: by them, articles that may be on the
 * same event are found without reading them all.
 */
export function findCharacteristicWords({ title, text }: Pick<Article, 'title' | 'text'>): string[] {
  const scores = new Map<string, number>();
  const add = (source: string, weight: number) => {
    for (const { stem, isContent, isCapital, opensSentence } of readWords(source)) {
      if (!isContent || stem.length < 3) continue;
      const isName = isCapital && !opensSentence;
      scores.set(stem, (scores.get(stem) ?? 0) + weight * (isName ? nameWeight : 1));
    }
  };
  add(title, titleWeight);
  add(text, 1);
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxWords)
    .map(([stem]) => stem);
}
