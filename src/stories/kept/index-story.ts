import type { Pack } from '../../knowledge/pack-schema.ts';
import type { StoryStatements } from '../../matching/compile-stories.ts';
import { statementsOfPack } from '../../matching/quotations/indexed-statement.ts';
import { addressKey } from '../../matching/text/address-key.ts';
import { type KeptArticle, latestOf, type Story } from './kept-article.ts';

/**
 * What matching needs of a kept story.
 * @param pack made from `kept`
 */
export function indexStory(
  { id, stamp }: Pick<Story, 'id' | 'stamp'>,
  pack: Pack,
  kept: readonly KeptArticle[],
): StoryStatements {
  const pageOf = new Map(kept.map((article) => [article.id, addressKey(latestOf(article).address)]));
  const ownPages = new Map<string, number[]>();
  for (const [number, { wordings }] of pack.statements.entries()) {
    const pages = new Set(wordings.map(({ source }) => pageOf.get(source) ?? ''));
    const [page = ''] = pages;
    if (pages.size > 1 || page === '') continue;
    const own = ownPages.get(page);
    if (own) own.push(number);
    else ownPages.set(page, [number]);
  }
  return { id, stamp, statements: statementsOfPack(pack), ownPages: [...ownPages] };
}
