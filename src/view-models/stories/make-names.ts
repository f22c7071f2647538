import type { NamedThing } from '../../stories/names/find-named-things.ts';
import { groupBy } from '../group-positions.ts';
import type { ComparedArticle } from './list-story-articles.ts';
import type { StoryName } from './story-content.ts';

/** Who and what is named, by how many of the articles. */
export function makeNames(names: readonly NamedThing[], compared: readonly ComparedArticle[]): StoryName[] {
  const idOf = (article: number) => compared[article]?.id ?? '';
  return names
    .map(({ name, kind, spellings, mentions, descriptions }): StoryName => {
      const byArticle = groupBy(mentions, ({ article }) => article);
      const byWords = groupBy(descriptions, ({ text }) => text.toLowerCase().replace(/\s+/gu, ' '));
      return {
        name,
        kind,
        otherSpellings: spellings.filter((spelling) => spelling !== name),
        namedBy: byArticle.map(([article, own]) => ({ article: idOf(article), count: own.length })),
        descriptions: byWords.map(([, own]) => ({
          text: own[0]?.text ?? '',
          places: own.map(({ article, start, end }) => ({ article: idOf(article), start, end })),
        })),
      };
    })
    .sort((a, b) => b.namedBy.length - a.namedBy.length || countOf(b) - countOf(a));
}

function countOf({ namedBy }: StoryName): number {
  return namedBy.reduce((sum, { count }) => sum + count, 0);
}
