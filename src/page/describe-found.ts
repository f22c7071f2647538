import type { Mention } from '../matching/names/mention.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import { extentOf, type HighlightedItem } from './highlighting/highlighted-item.ts';
import type { PageBlock } from './reading/page-text.ts';
import { type ArticleBlock, toArticleText } from './reading/read-article.ts';

/**
 * What is found outside the article only, by blocks: known statements, and mentions that lists may name there (the
 * reader chose the whole page). Everything else outside it belongs to other articles and to the site. On a page without
 * an article it is all that is found.
 * @param listed the mentions that lists may name, drawn or not
 */
export function listBeside(
  found: readonly Pick<PageBlock, 'text' | 'mentions' | 'traces'>[],
  listed: readonly HighlightedItem[],
  article: readonly {
    readonly mentions: readonly Pick<Mention, 'entity'>[];
    readonly traces: readonly Pick<QuoteMatch, 'statement'>[];
  }[],
): ArticleBlock[] {
  const inArticle = new Set(
    article.flatMap(({ mentions, traces }) => [
      ...mentions.map(({ entity }) => entity),
      ...traces.map(({ statement }) => statement),
    ]),
  );
  const names = new Set(listed.flatMap((item) => (item.kind === 'entity' ? [item.mention.entity] : [])));
  return found
    .map(({ text, mentions, traces }) => ({
      text: toArticleText(text),
      mentions: mentions.filter(
        ({ entity }) => (article.length === 0 || names.has(entity)) && !inArticle.has(entity),
      ),
      traces: traces.filter(({ statement }) => !inArticle.has(statement)),
    }))
    .filter(({ mentions, traces }) => mentions.length + traces.length > 0);
}

/**
 * The drawn quote match of a statement with this number among its matches in the article, as the side panel
 * counts them; if the article does not print it, among all. Beside an article that does, a match is drawn, but has no
 * number. If the match itself is not drawn (hidden now, or gone), the first one that is.
 */
export function findHighlightedQuoteMatch(
  items: readonly HighlightedItem[],
  found: readonly Pick<PageBlock, 'block' | 'traces'>[],
  article: readonly Pick<ArticleBlock, 'traces'>[],
  statement: string,
  index = 0,
): HighlightedItem | undefined {
  const listMatches = (blocks: readonly Pick<ArticleBlock, 'traces'>[]) =>
    blocks.flatMap(({ traces }) => traces.filter((quoteMatch) => quoteMatch.statement === statement));
  const inArticle = listMatches(article);
  const painted = items.flatMap((item) =>
    item.kind === 'statement' && item.quoteMatch.statement === statement ? [item] : [],
  );
  const wanted = (inArticle.length > 0 ? inArticle : listMatches(found))[index];
  const place = found.find(({ traces }) => traces.some((quoteMatch) => quoteMatch === wanted))?.block;
  return (
    painted.find(({ block, quoteMatch }) => block === place && quoteMatch.start === wanted?.start) ??
    painted[0]
  );
}

/**
 * The drawn mention of an entity with this number among its drawn ones, or the last one if there are fewer. If none is
 * drawn, the same of those that are listed.
 */
export function findListed(
  items: readonly HighlightedItem[],
  listed: readonly HighlightedItem[],
  entity: string,
  index: number,
): HighlightedItem | undefined {
  const isMeant = (item: HighlightedItem) => item.kind === 'entity' && item.mention.entity === entity;
  const drawn = items.filter(isMeant);
  drawn.sort((a, b) => (a.block === b.block ? extentOf(a).start - extentOf(b).start : 0));
  const known = drawn.length > 0 ? drawn : listed.filter(isMeant);
  return known[index] ?? known.at(-1);
}
