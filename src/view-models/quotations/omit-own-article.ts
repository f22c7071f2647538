import type { CardStatement, CitedSource, PageWords } from '../card-content.ts';

/**
 * The statement without what the page's own article prints, which is before the reader, in any of its editions. A
 * reprint is none of them, and an altered copy stands for no article.
 */
export function omitOwnArticle(statement: CardStatement, page: PageWords | undefined): CardStatement {
  const own = page?.source;
  if (own === undefined || page?.isReprint || own.rewordedFrom !== undefined) return statement;
  const wordings = statement.wordings.filter(({ source }) => articleOf(source) !== articleOf(own));
  return { ...statement, wordings };
}

function articleOf({ id, firstEdition }: CitedSource): string {
  return firstEdition ?? id;
}
