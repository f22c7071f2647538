import { findQuotations } from './quotations/find-quotations.ts';
import type { Article, Quotation } from './text/article.ts';
import { type ArticleQuotation, findUtterances, type Utterance } from './utterances/find-utterances.ts';

/** What several articles quote. */
export interface QuotedArticles {
  /** All quotations of all articles, article by article, in reading order. */
  readonly quotations: readonly ArticleQuotation[];
  readonly utterances: readonly Utterance[];
}

const found = new WeakMap<Article, readonly Quotation[]>();

/** An article's quotations, found once, not for each article or story that it is compared with. */
export function quotationsOf(article: Article): readonly Quotation[] {
  const quotations = found.get(article) ?? findQuotations(article);
  found.set(article, quotations);
  return quotations;
}

/** Finds the quotations of articles, and which of them are one utterance. */
export function quoteArticles(articles: readonly Article[]): QuotedArticles {
  const quotations = articles.flatMap((article, number) =>
    quotationsOf(article).map((quotation) => ({ article: number, quotation })),
  );
  const texts = articles.map(({ text }) => text);
  return { quotations, utterances: findUtterances(texts, quotations) };
}
