import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import type { ColorScheme } from '../../settings/mark-style/color-arithmetic.ts';

/** A mention with the palette style that the highlighter draws it in. */
export interface HighlightedMention extends Mention {
  /** Slot of the palette (topic colour), from 0. */
  readonly style: number;
  /** The colour scheme of its background. */
  readonly colorScheme: ColorScheme;
}

export interface HighlightedQuoteMatch extends QuoteMatch {
  /** The colour scheme of its background. */
  readonly colorScheme: ColorScheme;
}
