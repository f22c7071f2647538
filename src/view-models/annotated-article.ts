import type { Mention } from '../matching/names/mention.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';

/**
 * The briefing's input: what `page` read from one page. Plain JSON, because the content script sends it in a message.
 */
export interface AnnotatedArticle {
  readonly title: string;
  readonly address: string;
  /** The address that the page calls its own, if it names one. */
  readonly canonical?: string;
  /** `2020-06-10`, from the page's metadata; null if it gives no date. */
  readonly date: string | null;
  /** The article's text blocks in reading order, without boilerplate. */
  readonly blocks: readonly AnnotatedBlock[];
  /** Blocks outside the article, with what is found there only. No claim of the article is read from them. */
  readonly beside?: readonly AnnotatedBlock[];
}

export interface AnnotatedBlock {
  readonly text: string;
  readonly mentions: readonly Pick<Mention, 'entity' | 'name' | 'start' | 'end'>[];
  readonly traces: readonly QuoteMatch[];
}
