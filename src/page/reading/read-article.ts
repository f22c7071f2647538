import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { lineSeparator } from '../../matching/text/block-signs.ts';
import { outlinePage } from './page-outline.ts';
import type { PageBlock } from './page-text.ts';

/** One block of the article, with what was found in it. */
export interface ArticleBlock {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly traces: readonly QuoteMatch[];
}

/** The article's blocks in reading order, without the page's furniture: what a briefing may say that it says. */
export function readArticle(blocks: readonly PageBlock[]): ArticleBlock[] {
  const outline = outlinePage(blocks.map(({ block }) => block));
  return blocks.flatMap(({ text, mentions, traces }, number) =>
    // Ends of lines are spaces to who reads on.
    outline.placeOf(number).isArticle
      ? [{ text: text.replaceAll(lineSeparator, ' '), mentions, traces }]
      : [],
  );
}
