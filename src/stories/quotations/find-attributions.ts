import { isAbbreviated, sentenceNumber, sentenceStarts } from '../../matching/text/split-sentences.ts';
import type { TextSpan } from '../text/article.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';
import {
  type AttributionRule,
  endsWithSaying,
  type RuledSubject,
  readAhead,
  readBehind,
  readColon,
} from './attribution-rules.ts';
import { readOtherAhead, readOtherBehind } from './other-languages.ts';
import type { PlacedQuotation } from './place-quotations.ts';
import { isTitle } from './quotation-kind.ts';
import { mask } from './read-subject.ts';

export interface Attribution extends RuledSubject {
  /** The rule that read the subject: another one if the quotation continues the previous one. */
  readonly origin: AttributionRule;
}

export interface Attributed {
  readonly attribution: Attribution | null;
  /** Whether it continues the previous quotation. */
  readonly continuesPrevious: boolean;
}

/**
 * Characters of a sentence read before a quotation: no real one has more, and each is read for each
 * quotation.
 */
const longestZone = 1_500;

/** A text, with what is computed once for all its quotations. */
interface Page {
  readonly text: string;
  readonly masked: string;
  /** Where its sentences start. */
  readonly sentences: readonly number[];
  readonly paragraphs: readonly TextSpan[];
  /** Where its paragraphs start. */
  readonly starts: readonly number[];
  /** For each paragraph, where the outlet's own words start. */
  readonly ownWords: readonly number[];
}

/** The speaker of each quotation in a text, by the words beside it. Titles and nested quotations get none. */
export function findAttributions(text: string, quotations: readonly PlacedQuotation[]): Attributed[] {
  const outer = quotations.filter((quotation) => !quotation.isNested && !isTitle(text, quotation));
  const masked = maskQuotations(text, quotations);
  const paragraphs = placeParagraphs(text);
  const page: Page = {
    text,
    masked,
    sentences: sentenceStarts(text),
    paragraphs,
    starts: paragraphs.map(({ start }) => start),
    ownWords: paragraphs.map((paragraph) => startOfOwnWords(masked, paragraph)),
  };
  const found = new Map<PlacedQuotation, Attributed>();
  for (const [n, quotation] of outer.entries()) {
    const previous = outer[n - 1];
    const read = readBeside(page, outer, n);
    const own = read && { ...read, origin: read.rule };
    const linked = previous ? follow(page, previous, quotation, found.get(previous) as Attributed) : null;
    const isOpen = linked?.rule === 'open-paragraph';
    const attribution = own ?? linked;
    const isSplit = previous !== undefined && isSplitByAttribution(page, previous, quotation, own);
    const continuesPrevious = isOpen || isSplit || (own === null && linked?.rule === 'goes-on');
    found.set(quotation, { attribution, continuesPrevious });
  }
  // "… A.\n\n“… B,” she said": the attribution of a quotation over several paragraphs may be in its last.
  for (let n = outer.length - 2; n >= 0; n -= 1) {
    const quotation = outer[n] as PlacedQuotation;
    const next = found.get(outer[n + 1] as PlacedQuotation) as Attributed;
    const own = found.get(quotation) as Attributed;
    if (!quotation.isOpen || own.attribution || !next.attribution) continue;
    const isNext = !/[^\s]/.test(
      masked.slice(quotation.outerEnd, (outer[n + 1] as PlacedQuotation).outerStart),
    );
    if (!isNext || isTranscript(text, quotation)) continue;
    found.set(quotation, { ...own, attribution: { ...next.attribution, rule: 'open-paragraph' } });
    found.set(outer[n + 1] as PlacedQuotation, { ...next, continuesPrevious: true });
  }
  return quotations.map(
    (quotation) => found.get(quotation) ?? { attribution: null, continuesPrevious: false },
  );
}

function startOfOwnWords(masked: string, { start, end }: TextSpan): number {
  let at = start;
  while (at < end && /[\s\ue000]/.test(masked.charAt(at))) at += 1;
  return at;
}

/** The text with every character of its quotations, marks included, masked; of the same length. */
export function maskQuotations(text: string, outer: readonly PlacedQuotation[]): string {
  let masked = '';
  let at = 0;
  for (const { outerStart, outerEnd: to, isNested } of outer) {
    if (isNested) continue;
    const from = Math.max(at, outerStart);
    masked += text.slice(at, from) + mask.repeat(to - from);
    at = to;
  }
  return masked + text.slice(at);
}

function readBeside(page: Page, outer: readonly PlacedQuotation[], n: number): RuledSubject | null {
  const { text, masked, sentences } = page;
  const { outerStart, outerEnd, end } = outer[n] as PlacedQuotation;
  const next = outer[n + 1];
  const paragraphEnd = endOfParagraph(page, end);
  const sentence = sentences[sentenceNumber(sentences, outerEnd) + 1] ?? text.length;
  const from = startOfZone(page, outerStart);
  // "…, citing “…,” said": the verb right before the mark decides.
  const ahead = endsWithSaying.test(masked.slice(Math.max(from, outerStart - 40), outerStart))
    ? readAhead(masked, from, outerStart)
    : null;
  if (ahead) return ahead;
  const to = Math.min(paragraphEnd, sentence, next?.outerStart ?? text.length);
  return (
    readBehind(masked, outerEnd, to, text.charAt(end - 1)) ??
    readAhead(masked, from, outerStart) ??
    readOtherBehind(masked, outerEnd, to) ??
    readOtherAhead(masked, from, outerStart) ??
    readColon(masked, from, outerStart)
  );
}

function paragraphNumber({ starts }: Page, at: number): number {
  return sentenceNumber(starts, at);
}

function endOfParagraph(page: Page, at: number): number {
  return page.paragraphs[paragraphNumber(page, at)]?.end ?? page.text.length;
}

/**
 * The start of the sentence that introduces the quotation at `start`: in the previous paragraph if that ends
 * with a colon.
 */
function startOfZone(page: Page, start: number): number {
  const { text, masked, sentences, paragraphs, ownWords } = page;
  const number = paragraphNumber(page, start);
  const own = paragraphs[number] as TextSpan;
  let to = start;
  let floor = own.start;
  if ((ownWords[number] as number) >= start) {
    const before = paragraphs[number - 1];
    const isIntroduced = before !== undefined && text.slice(before.start, before.end).trimEnd().endsWith(':');
    if (!isIntroduced || masked.slice(own.start, start).includes(mask)) return start;
    to = before.start + text.slice(before.start, before.end).trimEnd().length;
    floor = before.start;
  }
  let from = Math.max(floor, to - longestZone, sentences[sentenceNumber(sentences, to)] ?? 0);
  // A sentence that ended inside marks includes the words after them.
  while (masked.charAt(from) === mask) from += 1;
  return from;
}

/** Whether a quotation without an attribution of its own has the same speaker as the previous one. */
function follow(
  page: Page,
  previous: PlacedQuotation,
  quotation: PlacedQuotation,
  { attribution }: Attributed,
): Attribution | null {
  if (!attribution) return null;
  const { text, masked } = page;
  const { subject, origin } = attribution;
  const between = masked.slice(previous.outerEnd, quotation.outerStart);
  if (previous.isOpen && !/\S/.test(between)) {
    return isTranscript(text, quotation) ? null : { rule: 'open-paragraph', origin, subject };
  }
  const isNewParagraph = paragraphNumber(page, previous.end) < paragraphNumber(page, quotation.start);
  const rest = between.trim();
  if (!isNewParagraph) {
    const isAttribution = subject.start >= previous.end && subject.end <= quotation.start;
    return isAttribution && isOneSentence(rest) ? { rule: 'goes-on', origin, subject } : null;
  }
  const paragraph = masked
    .slice(quotation.outerStart, endOfParagraph(page, quotation.end))
    .replaceAll(mask, '')
    .trim();
  const isSolitary = /^\p{P}*$/u.test(paragraph);
  const isAtOnce = rest === '' || (subject.start >= previous.end && isOneSentence(rest));
  return isSolitary && isAtOnce ? { rule: 'next-paragraph', origin, subject } : null;
}

function isOneSentence(text: string): boolean {
  return !/[.!?]\s+\S/.test(withoutAbbreviations(text));
}

function withoutAbbreviations(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L}+)\./gu, (all, word: string) => (isAbbreviated(word) ? word : all));
}

/** "RAMOS: Did you lie to them?": paragraphs of a transcript, each by somebody else. */
function isTranscript(text: string, { start }: PlacedQuotation): boolean {
  return /^\p{Lu}[\p{Lu} .’'-]+:/u.test(text.slice(start, start + 60));
}

/** "…," she said, "…": only the attribution is between the two, and no end of a sentence. */
function isSplitByAttribution(
  page: Page,
  previous: PlacedQuotation,
  quotation: PlacedQuotation,
  own: RuledSubject | null,
): boolean {
  if (!own) return false;
  const between = withoutAbbreviations(page.masked.slice(previous.outerEnd, quotation.outerStart));
  return (
    paragraphNumber(page, previous.end) === paragraphNumber(page, quotation.start) &&
    own.subject.start >= previous.end &&
    own.subject.end <= quotation.start &&
    /^[^.!?]{1,160}[,:—-]\s*$/.test(`${between.trim()} `)
  );
}
