import type { TextBlock } from '../reading/text-block.ts';
import type { HighlightedMention, HighlightedQuoteMatch } from './highlighted-mention.ts';

/** A way of making mentions and traces visible; it leaves the page as it was found. */
export interface Highlighter {
  /** Replaces whatever was painted on `block`. */
  draw(
    block: TextBlock,
    mentions: readonly HighlightedMention[],
    traces: readonly HighlightedQuoteMatch[],
  ): void;
  /** Takes the paint off one block, or off the whole page. */
  clear(block?: TextBlock): void;
}
