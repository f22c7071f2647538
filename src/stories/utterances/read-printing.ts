import type { PageWords } from '../../matching/quotations/page-words.ts';
import { type ComparedWord, readWords } from '../../matching/quotations/read-words.ts';
import type { StatementText } from '../../matching/quotations/statement-words.ts';
import { findQuotedSpans } from '../../matching/text/quoted-spans.ts';
import { sentenceNumber, sentenceStarts } from '../../matching/text/split-sentences.ts';
import type { TextSpan } from '../text/article.ts';

/** A quotation read into words, for comparison with others. Offsets are in the text of its article. */
export interface Printing extends TextSpan {
  /** The text of the whole article. */
  readonly text: string;
  readonly words: readonly ComparedWord[];
  readonly sentenceOf: readonly number[];
  /** What the outlet inserted in square brackets: none of its words is the speaker's. */
  readonly insertions: readonly TextSpan[];
  /** Whether the word is in a quotation within this one. */
  readonly isNested: readonly boolean[];
  /** Most words are capitalised, as in the title of a work, a slogan or a headline. */
  readonly isTitleCase: boolean;
  /** Letters and digits of all its words: equal if two printings differ only in case and punctuation. */
  readonly letters: string;
  /** Its form as the statement in quote matching. */
  readonly asStatement: StatementText;
  /** Its form as the page in quote matching. */
  readonly asPage: PageWords;
}

/** Of longer passages only the first words are compared: alignment takes the product of two lengths. */
const maxWords = 600;

/** Reads the text between two quotation marks. */
export function readPrinting(text: string, { start, end }: TextSpan): Printing {
  const inner = text.slice(start, end);
  const all = readWords(text, start, end);
  const placed = placeInsertions(inner, start);
  const spoken = placed.length === 0 ? all : all.filter((word) => !isInside(word, placed));
  // Text that is all in brackets is compared as it is.
  const insertions = spoken.length > 0 ? placed : [];
  const words = (spoken.length > 0 ? spoken : all).slice(0, maxWords);
  const starts = sentenceStarts(inner).map((at) => start + at);
  const nested = findQuotedSpans(inner).map((span) => ({ start: start + span.start, end: start + span.end }));
  const sentenceOf = words.map((word) => sentenceNumber(starts, word.start));
  const isNested = words.map((word) => isInside(word, nested));
  const content = words.filter(({ isContent }) => isContent);
  const capitals = content.filter(({ isCapital }) => isCapital).length;
  const isTitleCase = content.length > 1 && capitals === content.length;
  return {
    text,
    start,
    end,
    words,
    sentenceOf,
    insertions,
    isNested,
    isTitleCase,
    letters: words.map((word) => printedLetters(text, word)).join(' '),
    asStatement: { text, words, sentenceOf },
    asPage: {
      text,
      words,
      quoteOf: new Int32Array(words.length),
      sentenceOf: Int32Array.from(sentenceOf),
      isTitleCase,
    },
  };
}

function isInside(word: TextSpan, spans: readonly TextSpan[]): boolean {
  return spans.some(({ start, end }) => start <= word.start && word.end <= end);
}

/** Not "[W]e", where one letter replaces another. */
const insertion = /\[[^\][]*\p{L}{2}[^\][]*\]/gu;

function placeInsertions(inner: string, start: number): TextSpan[] {
  return Array.from(inner.matchAll(insertion), ({ 0: printed, index }) => ({
    start: start + index,
    end: start + index + printed.length,
  }));
}

/** The letters and digits of a word as printed, in lower case. */
export function printedLetters(text: string, { start, end }: TextSpan): string {
  const printed = text.slice(start, end).toLowerCase();
  return plain.test(printed) ? printed : foldLetters(printed);
}

/** Most words, which need no folding. */
const plain = /^[a-z\d]+$/;

function foldLetters(printed: string): string {
  return printed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%\p{Sc}]/gu, '');
}
