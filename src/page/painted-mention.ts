import type { Mention } from '../matching/mention.ts';

/** A mention with the one thing a painter must know beyond its place: which of the palette's styles it wears. */
export interface PaintedMention extends Mention {
  /** Slot of the palette (topic colour), from 0. */
  readonly style: number;
}
