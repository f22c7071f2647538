import type { TextBlock } from '../reading/text-block.ts';
import type { HighlightedMention, HighlightedQuoteMatch } from './highlighted-mention.ts';

/** Draws mentions and quote matches; leaves the page as found. */
export interface Highlighter {
  /** Replaces the marks of `block`. */
  draw(
    block: TextBlock,
    mentions: readonly HighlightedMention[],
    traces: readonly HighlightedQuoteMatch[],
  ): void;
  /** Removes the marks of one block, or of the whole page. */
  clear(block?: TextBlock): void;
}
