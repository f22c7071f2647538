import type { Span, Wording } from '../../knowledge/pack-schema.ts';
import { sentenceNumber, sentenceStarts } from '../../matching/text/split-sentences.ts';
import { marksAround } from '../quotations/place-quotations.ts';
import type { Quotation, TextSpan } from '../text/article.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';
import { fitsPack } from './fits-pack.ts';
import { readRole } from './read-role.ts';

/** A longer passage says more than who spoke. */
const maxAttributionLength = 300;

/** An article, with what is computed once for all its statements. */
export interface QuotedArticle {
  readonly text: string;
  readonly source: string;
  readonly quotations: readonly Quotation[];
  /** Where its sentences and its paragraphs begin, ascending. */
  readonly sentences: readonly number[];
  readonly paragraphs: readonly number[];
}

export function quoteArticle(text: string, source: string, quotations: readonly Quotation[]): QuotedArticle {
  const paragraphs = placeParagraphs(text).map(({ start }) => start);
  return { text, source, quotations, sentences: sentenceStarts(text), paragraphs };
}

/** An article's wordings of one statement. @param quotations the statement's quotations, in order */
export function draftWordings(article: QuotedArticle, quotations: readonly Quotation[]): Wording[] {
  const { text, source } = article;
  const attributed = new Set<number>();
  return quotations.map((quotation, i): Wording => {
    const { speaker } = quotation;
    const isNew = speaker !== null && !attributed.has(speaker.start);
    if (speaker) attributed.add(speaker.start);
    const attribution = isNew ? placeAttribution(article, quotation, speaker) : undefined;
    const previous = quotations[i - 1];
    const role = readRole(speaker?.role);
    const marks = marksAround(text, quotation);
    return {
      source,
      part: i + 1,
      text: quotation.text,
      start: quotation.start,
      end: quotation.end,
      openMark: marks.open,
      closeMark: marks.close,
      ...(attribution && { attribution }),
      ...(attribution && role !== undefined && { roleAsPrinted: role }),
      ...(previous && { gapBefore: gapBetween(text, previous, quotation) }),
    };
  });
}

/** The outlet's words that say who spoke, from the quotation to the end of the sentence or the next quotation. */
function placeAttribution(article: QuotedArticle, quotation: Quotation, speaker: TextSpan): Span | undefined {
  const { text, quotations } = article;
  const isBehind = speaker.start >= quotation.end;
  const { open, close } = marksAround(text, quotation);
  const from = isBehind ? quotation.end + close.length : lastBoundary(article, speaker.start);
  const to = isBehind ? nextBoundary(article, speaker.end) : quotation.start - open.length;
  const isBeside =
    from <= speaker.start && speaker.end <= to && !quotations.some((one) => from < one.start && one.end < to);
  const place = isBeside ? trim(text, from, to) : speaker;
  const { start, end } = place.end - place.start > maxAttributionLength ? speaker : place;
  const printed = text.slice(start, end);
  return fitsPack(printed, maxAttributionLength) ? { text: printed, start, end } : undefined;
}

function lastBoundary({ text, quotations, sentences, paragraphs }: QuotedArticle, at: number): number {
  const paragraph = paragraphs[sentenceNumber(paragraphs, at)] ?? 0;
  const sentence = sentences[sentenceNumber(sentences, at)] ?? 0;
  const quoted = quotations.findLast(({ end }) => end <= at);
  const behind = quoted ? quoted.end + marksAround(text, quoted).close.length : 0;
  return Math.max(paragraph, sentence, behind);
}

function nextBoundary({ text, quotations, sentences, paragraphs }: QuotedArticle, at: number): number {
  const paragraph = paragraphs[sentenceNumber(paragraphs, at) + 1] ?? text.length;
  const sentence = sentences[sentenceNumber(sentences, at) + 1] ?? text.length;
  const quoted = quotations.find(({ start }) => start >= at);
  const before = quoted ? quoted.start - marksAround(text, quoted).open.length : text.length;
  return Math.min(paragraph, sentence, before);
}

function trim(text: string, from: number, to: number): TextSpan {
  const [lead = ''] = /^[\s,;•·—–-]*/u.exec(text.slice(from, to)) ?? [];
  const start = from + lead.length;
  return { start, end: start + text.slice(start, to).trimEnd().length };
}

function gapBetween(text: string, previous: Quotation, quotation: Quotation): Wording['gapBefore'] {
  const between = text.slice(previous.end, quotation.start);
  if (!/[\p{L}\p{N}]/u.test(between)) return 'unmarked';
  const { speaker, continuesPrevious } = quotation;
  const isSaid = speaker !== null && previous.end <= speaker.start && speaker.end <= quotation.start;
  return isSaid && (continuesPrevious || speaker.start === previous.speaker?.start)
    ? 'attribution'
    : 'outlet-words';
}
