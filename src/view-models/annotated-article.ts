import type { Mention } from '../matching/names/mention.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';

/** What `page` read from one page, as the briefing needs it. Plain JSON: it travels from the content script. */
export interface AnnotatedArticle {
  readonly title: string;
  readonly address: string;
  /** `2020-06-10`, from the page's metadata; null where it says nothing of its date. */
  readonly date: string | null;
  /** The article's text blocks in reading order, without furniture. */
  readonly blocks: readonly AnnotatedBlock[];
}

export interface AnnotatedBlock {
  readonly text: string;
  readonly mentions: readonly Pick<Mention, 'entity' | 'name' | 'start' | 'end'>[];
  readonly traces: readonly QuoteMatch[];
}
