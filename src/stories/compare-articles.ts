import { type FactDifference, findFactDifferences } from './find-fact-differences.ts';
import { findNamedThings, type NamedThing } from './names/find-named-things.ts';
import { findQuotations } from './quotations/find-quotations.ts';
import type { Article } from './text/article.ts';
import { type ArticleQuotation, findUtterances, type Utterance } from './utterances/find-utterances.ts';

/** A comparison of several articles on one event. */
export interface StoryComparison {
  /** All quotations of all articles, article by article, in reading order. */
  readonly quotations: readonly ArticleQuotation[];
  readonly utterances: readonly Utterance[];
  readonly facts: readonly FactDifference[];
  readonly names: readonly NamedThing[];
}

/**
 * Compares articles. The order of the articles decides only the order of the result.
 * @param entityOf the entity of the enabled packs that a spelling names
 */
export function compareArticles(
  articles: readonly Article[],
  entityOf?: (spelling: string) => string | undefined,
): StoryComparison {
  const quotations = articles.flatMap((article, number) =>
    findQuotations(article).map((quotation) => ({ article: number, quotation })),
  );
  const texts = articles.map(({ text }) => text);
  return {
    quotations,
    utterances: findUtterances(texts, quotations),
    facts: findFactDifferences(texts, quotations),
    names: findNamedThings(articles, entityOf),
  };
}
