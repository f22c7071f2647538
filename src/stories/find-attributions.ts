import { sentenceStarts } from '../matching/split-sentences.ts';
import {
  type AttributionRule,
  endsWithSaying,
  type RuledSubject,
  readAhead,
  readBehind,
} from './attribution-rules.ts';
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

/** Who said each of the quotations of a text, by the words beside them. Of titles and of quotations within others nothing is said. */
export function findAttributions(text: string, quotations: readonly PlacedQuotation[]): Attributed[] {
  const outer = quotations.filter((quotation) => !quotation.isNested && !isTitle(text, quotation));
  const masked = maskQuotations(text, quotations);
  const starts = sentenceStarts(text);
  const found = new Map<PlacedQuotation, Attributed>();
  for (const [n, quotation] of outer.entries()) {
    const previous = outer[n - 1];
    const read = readBeside(text, masked, starts, outer, n);
    const own = read && { ...read, origin: read.rule };
    const linked = previous
      ? follow(text, masked, previous, quotation, found.get(previous) as Attributed)
      : null;
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

function readBeside(
  text: string,
  masked: string,
  starts: readonly number[],
  outer: readonly PlacedQuotation[],
  n: number,
): RuledSubject | null {
  const { outerStart, outerEnd, end } = outer[n] as PlacedQuotation;
  const next = outer[n + 1];
  const paragraphEnd = endOfParagraph(text, end);
  const sentence = starts.find((at) => at > outerEnd) ?? text.length;
  const from = startOfZone(text, masked, starts, outerStart);
  // "…, citing “…,” said": the verb right before the mark decides.
  const ahead = endsWithSaying.test(masked.slice(Math.max(from, outerStart - 40), outerStart))
    ? readAhead(masked, from, outerStart)
    : null;
  if (ahead) return ahead;
  const behind = readBehind(
    masked,
    outerEnd,
    Math.min(paragraphEnd, sentence, next?.outerStart ?? text.length),
    text.charAt(end - 1),
  );
  if (behind) return behind;
  return readAhead(masked, from, outerStart);
}

function endOfParagraph(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the sentence begins whose words introduce the quotation at `start`: in the paragraph before, if that ends with a colon. */
function startOfZone(text: string, masked: string, starts: readonly number[], start: number): number {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = !/[^\s\ue000]/.test(masked.slice(paragraph, start));
  let to = start;
  let floor = paragraph;
  if (isFirst) {
    const before = text.slice(0, paragraph).trimEnd();
    if (!/[:]$/.test(before) || masked.slice(paragraph, start).includes(mask)) return start;
    to = before.length;
    floor = before.lastIndexOf('\n') + 1;
  }
  let from = floor;
  for (const at of starts) {
    if (at > to) break;
    if (at > floor) from = at;
  }
  // A sentence that ended within marks: what stands behind them belongs to them.
  while (masked.charAt(from) === mask) from += 1;
  return from;
}

/** Whether a quotation without an attribution of its own is by whom the one before it is by. */
function follow(
  text: string,
  masked: string,
  previous: PlacedQuotation,
  quotation: PlacedQuotation,
  { attribution }: Attributed,
): Attribution | null {
  if (!attribution) return null;
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
    .slice(quotation.outerStart, endOfParagraph(text, quotation.end))
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
