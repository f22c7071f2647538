import type { CardStatement, PageWords } from '../card-content.ts';
import { articleKeyOf } from '../cite-source.ts';

/**
 * The statement without what the page's own article prints, which is before the reader, in any of its editions. A
 * reprint is none of them, and an altered copy stands for no article.
 */
export function omitOwnArticle(statement: CardStatement, page: PageWords | undefined): CardStatement {
  const own = page?.source;
  if (own === undefined || page?.isReprint || own.rewordedFrom !== undefined) return statement;
  const wordings = statement.wordings.filter(({ source }) => articleKeyOf(source) !== articleKeyOf(own));
  return { ...statement, wordings };
}
