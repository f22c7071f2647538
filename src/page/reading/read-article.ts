import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { lineSeparator } from '../../matching/text/block-signs.ts';
import { outlinePage } from './page-outline.ts';
import type { PageBlock } from './page-text.ts';

/** One block of the article, with its findings. */
export interface ArticleBlock {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly traces: readonly QuoteMatch[];
}

/**
 * The article's blocks in reading order, without boilerplate: what the side panel may attribute to the
 * article.
 */
export function readArticle(blocks: readonly PageBlock[]): ArticleBlock[] {
  const outline = outlinePage(blocks.map(({ block }) => block));
  return blocks.flatMap(({ text, mentions, traces }, number) =>
    outline.placeOf(number).isArticle ? [{ text: toArticleText(text), mentions, traces }] : [],
  );
}

/** Line ends are spaces to the code that reads an article. Offsets stay the same. */
export function toArticleText(blockText: string): string {
  return blockText.replaceAll(lineSeparator, ' ');
}
