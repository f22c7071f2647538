import { extentOf, type HighlightedItem, toUndrawnItem } from './highlighting/highlighted-item.ts';
import type { PageBlock } from './reading/page-text.ts';
import { type ArticleBlock, toArticleText } from './reading/read-article.ts';

/**
 * What is found outside the article only, by blocks: known statements, and mentions that are drawn there (the reader
 * chose the whole page). Everything else outside it belongs to other articles and to the site. On a page without an
 * article it is all that is found.
 */
export function listBeside(
  found: readonly Pick<PageBlock, 'text' | 'mentions' | 'traces'>[],
  items: readonly HighlightedItem[],
  article: readonly Pick<ArticleBlock, 'mentions' | 'traces'>[],
): ArticleBlock[] {
  const inArticle = new Set(
    article.flatMap(({ mentions, traces }) => [
      ...mentions.map(({ entity }) => entity),
      ...traces.map(({ statement }) => statement),
    ]),
  );
  const drawn = new Set(items.flatMap((item) => (item.kind === 'entity' ? [item.mention.entity] : [])));
  return found
    .map(({ text, mentions, traces }) => ({
      text: toArticleText(text),
      mentions: mentions.filter(
        ({ entity }) => (article.length === 0 || drawn.has(entity)) && !inArticle.has(entity),
      ),
      traces: traces.filter(({ statement }) => !inArticle.has(statement)),
    }))
    .filter(({ mentions, traces }) => mentions.length + traces.length > 0);
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

/** The drawn mention of an entity with this number among its drawn ones; the last one if there are fewer. */
export function findHighlighted(
  items: readonly HighlightedItem[],
  entity: string,
  index: number,
): HighlightedItem | undefined {
  const painted = items.filter((item) => item.kind === 'entity' && item.mention.entity === entity);
  painted.sort((a, b) => (a.block === b.block ? extentOf(a).start - extentOf(b).start : 0));
  return painted[index] ?? painted.at(-1);
}

/** A mention that is not drawn, by its number among all of the entity; the last one if there are fewer. */
export function findUndrawn(
  found: readonly Pick<PageBlock, 'block' | 'mentions'>[],
  entity: string,
  index: number,
): HighlightedItem | undefined {
  const items = found.flatMap(({ block, mentions }) =>
    mentions.filter((mention) => mention.entity === entity).map((mention) => toUndrawnItem(block, mention)),
  );
  return items[index] ?? items.at(-1);
}
