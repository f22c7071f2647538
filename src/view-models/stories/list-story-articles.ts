import { countWords } from '../../knowledge/text/locate-words.ts';
import { areEditions } from '../../stories/drafts/is-same-article.ts';
import { type KeptArticle, latestOf } from '../../stories/kept/kept-article.ts';
import type { Article } from '../../stories/text/article.ts';
import type { StoryArticle } from './story-content.ts';

/** An article of a story that is compared with the others. */
export interface ComparedArticle {
  readonly id: string;
  readonly article: Article;
}

export interface StoryArticles {
  readonly articles: readonly StoryArticle[];
  readonly compared: readonly ComparedArticle[];
}

/** The articles of a story by date, and those that are compared: of several editions of an article the last one. */
export function listStoryArticles(kept: readonly KeptArticle[]): StoryArticles {
  const read = kept
    .map((one) => ({ one, article: latestOf(one) }))
    .sort(
      (a, b) =>
        compareDates(a.article.date, b.article.date) || compareText(firstKept(a.one), firstKept(b.one)),
    );
  const editionOf = new Map<string, string>();
  const compared: ComparedArticle[] = [];
  for (const { one, article } of read.toReversed()) {
    const later = compared.find((other) => areEditions(article, other.article));
    if (later) editionOf.set(one.id, later.id);
    else compared.unshift({ id: one.id, article });
  }
  return {
    articles: read.map(({ one, article }) => ({
      id: one.id,
      kind: one.kind,
      title: article.title,
      outlet: article.outlet,
      authors: article.authors,
      date: article.date,
      address: article.address,
      language: article.language,
      wordCount: countWords(article.text),
      keptAt: one.versions.map(({ keptAt }) => keptAt),
      isCorrected: Object.keys(one.corrections).length > 0,
      note: one.note,
      editionOf: editionOf.get(one.id) ?? null,
    })),
    compared,
  };
}

/** ISO dates; one that is not stated comes last. */
function compareDates(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function firstKept({ versions }: KeptArticle): string {
  return versions[0]?.keptAt ?? '';
}
