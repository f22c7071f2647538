import type { Mention } from '../../matching/names/mention.ts';
import type { Trace } from '../../matching/quotations/trace.ts';
import type { Tone } from './palette.ts';

/** A mention with what a painter must know beyond its place: which of the palette's styles it has. */
export interface PaintedMention extends Mention {
  /** Slot of the palette (topic colour), from 0. */
  readonly style: number;
  /** What it sits on. */
  readonly tone: Tone;
}

export interface PaintedTrace extends Trace {
  /** What it sits on. */
  readonly tone: Tone;
}
