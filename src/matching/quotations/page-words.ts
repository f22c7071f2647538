import { findQuotedSpans, mayQuote, type QuotedSpan } from '../text/quoted-spans.ts';
import { sentenceStarts } from '../text/split-sentences.ts';
import { type ComparedWord, readWords } from './read-words.ts';

/** A stretch of a text block, read for quote matching. */
export interface PageWords {
  readonly text: string;
  readonly words: readonly ComparedWord[];
  /** For each word the number of the quotation around it, or -1. */
  readonly quoteOf: Int32Array;
  /** For each word the number of its sentence. */
  readonly sentenceOf: Int32Array;
  /** Whether nearly every word is capitalised, as in a headline: capitals then do not show names. */
  readonly isTitleCase: boolean;
}

/** Quotations and sentences of a whole text, found once for all its places. */
export interface TextMarks {
  readonly text: string;
  readonly spans: readonly QuotedSpan[];
  /** Where the sentences start. */
  readonly sentenceStarts: readonly number[];
}

export function readTextMarks(text: string): TextMarks {
  return {
    text,
    spans: mayQuote(text) ? findQuotedSpans(text) : [],
    sentenceStarts: sentenceStarts(text),
  };
}

/**
 * Reads the text from `from` to `to`, half-open offsets; quotation marks and sentences are those of the whole
 * text.
 */
export function readPageWords(marks: TextMarks, from: number, to: number): PageWords {
  const { text, spans, sentenceStarts: starts } = marks;
  const words = readWords(text, from, to);
  const quoteOf = new Int32Array(words.length).fill(-1);
  const sentenceOf = new Int32Array(words.length);
  let span = 0;
  let sentence = 0;
  for (const [i, { start }] of words.entries()) {
    while (span < spans.length && (spans[span] as QuotedSpan).end <= start) span += 1;
    if (span < spans.length && (spans[span] as QuotedSpan).start <= start) quoteOf[i] = span;
    while (sentence + 1 < starts.length && (starts[sentence + 1] as number) <= start) sentence += 1;
    sentenceOf[i] = sentence;
  }
  const content = words.filter(({ isContent }) => isContent);
  const capitals = content.filter(({ isCapital }) => isCapital).length;
  return {
    text,
    words,
    quoteOf,
    sentenceOf,
    isTitleCase: content.length > 3 && capitals > 0.7 * content.length,
  };
}
