import type { Mention } from '../matching/mention.ts';
import type { Trace } from '../matching/trace.ts';
import { outlinePage } from './page-outline.ts';
import type { PageSession } from './page-session.ts';

/** One block of the article, with what was found in it. */
export interface ArticleBlock {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly traces: readonly Trace[];
}

export type ReadArticle = (page: Pick<PageSession, 'blocks' | 'found'>) => ArticleBlock[];

/** The article's blocks in reading order, without the page's furniture: what a briefing may say that it says. */
export const readArticle: ReadArticle = (page) => {
  const outline = outlinePage(page.blocks.map(({ block }) => block));
  const mentions = new Map(page.found.map((found) => [found.block, found.mentions]));
  return page.blocks.flatMap((block, number) => {
    if (!outline.placeOf(number).isArticle) return [];
    return [{ text: block.text, mentions: mentions.get(block) ?? [], traces: block.traces }];
  });
};
