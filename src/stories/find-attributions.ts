import { sentenceNumber, sentenceStarts } from '../matching/split-sentences.ts';
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
  /** The rule that read the subject: another one where the quotation goes on with the one before it. */
  readonly origin: AttributionRule;
}

export interface Attributed {
  readonly attribution: Attribution | null;
  /** Whether it goes on with the quotation before it. */
  readonly continuesPrevious: boolean;
}

/** Characters of a sentence before a quotation that are looked at: no real one has more, and each is read for each quotation. */
const longestZone = 1_500;

/** A text with what is found out once for all its quotations. */
interface Page {
  readonly text: string;
  readonly masked: string;
  /** Where its sentences and its paragraphs begin. */
  readonly sentences: readonly number[];
  readonly paragraphs: readonly number[];
  /** For each paragraph, where the outlet's own words begin in it. */
  readonly ownWords: readonly number[];
}

/** Who said each of the quotations of a text, by the words beside them. Of titles and of quotations within others nothing is said. */
export function findAttributions(text: string, quotations: readonly PlacedQuotation[]): Attributed[] {
  const outer = quotations.filter((quotation) => !quotation.isNested && !isTitle(text, quotation));
  const masked = maskQuotations(text, quotations);
  const paragraphs = [
    0,
    ...Array.from(text.matchAll(/\n+/g), ({ 0: breaks, index }) => index + breaks.length),
  ];
  const page: Page = {
    text,
    masked,
    sentences: sentenceStarts(text),
    paragraphs,
    ownWords: ownWordsOf(masked, paragraphs),
  };
  const found = new Map<PlacedQuotation, Attributed>();
  for (const [n, quotation] of outer.entries()) {
    const previous = outer[n - 1];
    const read = readBeside(page, outer, n);
    const own = read && { ...read, origin: read.rule };
    const linked = previous ? follow(page, previous, quotation, found.get(previous) as Attributed) : null;
    const isOpen = linked?.rule === 'open-paragraph';
    const attribution = own ?? linked;
    const isSplit = previous !== undefined && isSplitByAttribution(masked, previous, quotation, own);
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

function ownWordsOf(masked: string, paragraphs: readonly number[]): number[] {
  const quoted = /[^\S\n]*(?:\ue000+[^\S\n]*)*/y;
  return paragraphs.map((start) => {
    quoted.lastIndex = start;
    return start + (quoted.exec(masked)?.[0].length ?? 0);
  });
}

/** The text with every character of its quotations, marks included, replaced: of the same length. */
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

function endOfParagraph({ text, paragraphs }: Page, at: number): number {
  const next = paragraphs[sentenceNumber(paragraphs, at) + 1];
  return next === undefined ? text.length : next - 1;
}

/** Where the sentence begins whose words introduce the quotation at `start`: in the paragraph before, if that ends with a colon. */
function startOfZone({ text, masked, sentences, paragraphs, ownWords }: Page, start: number): number {
  const number = sentenceNumber(paragraphs, start);
  const paragraph = paragraphs[number] as number;
  const isFirst = (ownWords[number] as number) >= start;
  let to = start;
  let floor = paragraph;
  if (isFirst) {
    const before = text.slice(0, paragraph).trimEnd();
    if (!/[:]$/.test(before) || masked.slice(paragraph, start).includes(mask)) return start;
    to = before.length;
    floor = paragraphs[number - 1] ?? 0;
  }
  let from = Math.max(floor, to - longestZone, sentences[sentenceNumber(sentences, to)] ?? 0);
  // A sentence that ended within marks: what stands behind them belongs to them.
  while (masked.charAt(from) === mask) from += 1;
  return from;
}

/** Whether a quotation without an attribution of its own is by whom the one before it is by. */
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
  const isNewParagraph = /\n/.test(between);
  const rest = between.trim();
  if (!isNewParagraph) {
    const isAttribution = subject.start >= previous.end && subject.end <= quotation.start;
    const isOneSentence = !/[.!?]\s+\S/.test(
      rest.replace(/\b(?:\p{Lu}|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Col|Lt|Capt|Sgt)\./gu, ''),
    );
    return isAttribution && isOneSentence ? { rule: 'goes-on', origin, subject } : null;
  }
  const paragraph = masked
    .slice(quotation.outerStart, endOfParagraph(page, quotation.end))
    .replaceAll(mask, '')
    .trim();
  const isSolitary = /^\p{P}*$/u.test(paragraph);
  const isAtOnce =
    rest === '' ||
    (subject.start >= previous.end &&
      !/[.!?]\s+\S/.test(rest.replace(/\b(?:\p{Lu}|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Jr|Sr)\./gu, '')));
  return isSolitary && isAtOnce ? { rule: 'next-paragraph', origin, subject } : null;
}

/** "RAMOS: Did you lie to them?": paragraphs of a transcript, each by somebody else. */
function isTranscript(text: string, { start }: PlacedQuotation): boolean {
  return /^\p{Lu}[\p{Lu} .’'-]+:/u.test(text.slice(start, start + 60));
}

/** "…," she said, "…": only the attribution, and no end of a sentence, between the two. */
function isSplitByAttribution(
  masked: string,
  previous: PlacedQuotation,
  quotation: PlacedQuotation,
  own: RuledSubject | null,
): boolean {
  if (!own) return false;
  const between = masked.slice(previous.outerEnd, quotation.outerStart);
  return (
    !between.includes('\n') &&
    own.subject.start >= previous.end &&
    own.subject.end <= quotation.start &&
    /^[^.!?]{1,160}[,:—-]\s*$/.test(`${between.trim()} `)
  );
}
