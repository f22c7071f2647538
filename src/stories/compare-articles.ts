import { type FactDifference, findFactDifferences } from './find-fact-differences.ts';
import { findNamedThings, type NamedThing } from './names/find-named-things.ts';
import { type QuotedArticles, quoteArticles } from './quote-articles.ts';
import type { Article } from './text/article.ts';

/** A comparison of several articles on one event. */
export interface StoryComparison extends QuotedArticles {
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
  const quoted = quoteArticles(articles);
  return {
    ...quoted,
    facts: findFactDifferences(
      articles.map(({ text }) => text),
      quoted.quotations,
    ),
    names: findNamedThings(articles, entityOf),
  };
}
