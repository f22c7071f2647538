import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import type { ColorScheme } from '../../settings/mark-style/color-arithmetic.ts';

/** A mention with what a painter must know beyond its place: which of the palette's styles it has. */
export interface HighlightedMention extends Mention {
  /** Slot of the palette (topic colour), from 0. */
  readonly style: number;
  /** What it sits on. */
  readonly colorScheme: ColorScheme;
}

export interface HighlightedQuoteMatch extends QuoteMatch {
  /** What it sits on. */
  readonly colorScheme: ColorScheme;
}
