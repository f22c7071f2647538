import type { FoundEntity, FoundQuoteMatch } from '../contracts/messages.ts';
import { extentOf, type HighlightedItem } from './highlighting/highlighted-item.ts';
import type { PageBlock } from './reading/page-text.ts';
import type { ArticleBlock } from './reading/read-article.ts';
import { toShownText } from './reading/text-block.ts';

/**
 * The entities that a page mentions, each once, in the order of their first mention. Counted in the article
 * as in the side panel: two different numbers for one thing would have the reader look for what is missing.
 * Entities that are listed only outside the article (the reader chose the whole page) come last, with the
 * count of their mentions.
 * @param listed the mentions that lists may name, drawn or not
 */
export function listEntities(
  found: readonly Pick<PageBlock, 'text' | 'mentions' | 'traces'>[],
  listed: readonly HighlightedItem[],
  article: readonly Pick<ArticleBlock, 'mentions'>[],
): FoundEntity[] {
  const inArticle = countMentions(article);
  const elsewhere = [...countMentions(found)].filter(([entity]) => !inArticle.has(entity));
  const named = new Set(listed.flatMap((item) => (item.kind === 'entity' ? [item.mention.entity] : [])));
  const entities = new Map([...inArticle, ...elsewhere]);
  return [...entities.values()].map((entity) => ({ ...entity, isListed: named.has(entity.entity) }));
}

function countMentions(blocks: readonly Pick<ArticleBlock, 'mentions'>[]) {
  const entities = new Map<string, { entity: string; title: string; count: number }>();
  for (const { entity, name } of blocks.flatMap(({ mentions }) => mentions)) {
    const known = entities.get(entity);
    if (known) known.count += 1;
    else entities.set(entity, { entity, title: name, count: 1 });
  }
  return entities;
}

/** The known statements that a page prints, in reading order. Those outside the article as in `listEntities`. */
export function listQuoteMatches(
  found: readonly Pick<PageBlock, 'text' | 'mentions' | 'traces'>[],
  article: readonly Pick<ArticleBlock, 'traces'>[],
): FoundQuoteMatch[] {
  const printed = new Set(article.flatMap(({ traces }) => traces));
  const inArticle = new Set([...printed].map(({ statement }) => statement));
  return found.flatMap(({ text: blockText, traces }) =>
    traces
      .filter((quoteMatch) => printed.has(quoteMatch) || !inArticle.has(quoteMatch.statement))
      .map(({ statement, kind, start, end }) => ({
        statement,
        kind,
        text: toShownText(blockText.slice(start, end)),
      })),
  );
}

/**
 * The drawn quote match of a statement with this number among its matches in the article, as the side panel
 * counts them. A match in boilerplate is drawn, too, but has no number. If the match itself is not drawn
 * (hidden now, or gone), the first one that is.
 */
export function findHighlightedQuoteMatch(
  items: readonly HighlightedItem[],
  found: readonly Pick<PageBlock, 'block' | 'traces'>[],
  article: readonly Pick<ArticleBlock, 'traces'>[],
  statement: string,
  index = 0,
): HighlightedItem | undefined {
  const printed = article.flatMap(({ traces }) =>
    traces.filter((quoteMatch) => quoteMatch.statement === statement),
  );
  const painted = items.flatMap((item) =>
    item.kind === 'statement' && item.quoteMatch.statement === statement ? [item] : [],
  );
  const wanted = printed[index];
  const place = found.find(({ traces }) => traces.some((quoteMatch) => quoteMatch === wanted))?.block;
  return (
    painted.find(({ block, quoteMatch }) => block === place && quoteMatch.start === wanted?.start) ??
    painted[0]
  );
}

/**
 * The drawn mention of an entity with this number among its drawn ones; the last one if there are fewer, and the first
 * that is listed if none is drawn.
 */
export function findListed(
  items: readonly HighlightedItem[],
  listed: readonly HighlightedItem[],
  entity: string,
  index: number,
): HighlightedItem | undefined {
  const isMeant = (item: HighlightedItem) => item.kind === 'entity' && item.mention.entity === entity;
  const painted = items.filter(isMeant);
  painted.sort((a, b) => (a.block === b.block ? extentOf(a).start - extentOf(b).start : 0));
  return painted[index] ?? painted.at(-1) ?? listed.find(isMeant);
}
