import { sentenceStarts } from '../matching/split-sentences.ts';
import { type Attribution, endsWithSaying, readAhead, readBehind } from './attribution-rules.ts';
import type { PlacedQuotation } from './place-quotations.ts';
import { mask } from './read-subject.ts';

export interface Attributed {
  readonly attribution: Attribution | null;
  /** Whether it goes on with the quotation before it. */
  readonly continuesPrevious: boolean;
}

/** Who said each of the quotations of a text, by the words beside them. Nested ones are asked only within what holds them. */
export function findAttributions(text: string, quotations: readonly PlacedQuotation[]): Attributed[] {
  const outer = quotations.filter(({ isNested }) => !isNested);
  const masked = maskQuotations(text, outer);
  const starts = sentenceStarts(text);
  const found = new Map<PlacedQuotation, Attributed>();
  for (const [n, quotation] of outer.entries()) {
    const previous = outer[n - 1];
    const own = readBeside(text, masked, starts, outer, n);
    const linked = previous
      ? follow(text, masked, previous, quotation, found.get(previous) as Attributed)
      : null;
    const isLinkedFirst = linked?.rule === 'open-paragraph' || (linked?.rule === 'goes-on' && own === null);
    const attribution = isLinkedFirst ? (linked as Attribution) : (own ?? linked);
    const isSplit = previous !== undefined && isSplitByAttribution(masked, previous, quotation, own);
    found.set(quotation, {
      attribution,
      continuesPrevious:
        attribution === linked && linked !== null ? linked.rule !== 'next-paragraph' : isSplit,
    });
  }
  return quotations.map(
    (quotation) => found.get(quotation) ?? { attribution: null, continuesPrevious: false },
  );
}

function maskQuotations(text: string, outer: readonly PlacedQuotation[]): string {
  let masked = '';
  let at = 0;
  for (const { outerStart, outerEnd: to } of outer) {
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
): Attribution | null {
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
  const { subject } = attribution;
  const between = masked.slice(previous.outerEnd, quotation.outerStart);
  if (previous.isOpen && !/\S/.test(between)) return { rule: 'open-paragraph', subject };
  const isNewParagraph = /\n/.test(between);
  const rest = between.trim();
  if (!isNewParagraph) {
    const isAttribution = subject.start >= previous.end && subject.end <= quotation.start;
    const isOneSentence = !/[.!?]\s+\S/.test(
      rest.replace(/\b(?:\p{Lu}|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Col|Lt|Capt|Sgt)\./gu, ''),
    );
    return isAttribution && isOneSentence ? { rule: 'goes-on', subject } : null;
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
  return isSolitary && isAtOnce ? { rule: 'next-paragraph', subject } : null;
}

/** "…," she said, "…": only the attribution, and no end of a sentence, between the two. */
function isSplitByAttribution(
  masked: string,
  previous: PlacedQuotation,
  quotation: PlacedQuotation,
  own: Attribution | null,
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
