import type { TextBlock } from '../reading/text-block.ts';
import type { PaintedMention, PaintedTrace } from './painted-mention.ts';

/** A way of making mentions and traces visible; it leaves the page as it was found. */
export interface Painter {
  /** Replaces whatever was painted on `block`. */
  paint(block: TextBlock, mentions: readonly PaintedMention[], traces: readonly PaintedTrace[]): void;
  /** Takes the paint off one block, or off the whole page. */
  clear(block?: TextBlock): void;
}
