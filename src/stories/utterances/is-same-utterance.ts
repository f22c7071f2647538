import type { Quotation } from '../text/article.ts';
import type { Agreement, PrintingComparison } from './compare-printings.ts';
import { compareSpeakers } from './compare-speakers.ts';
import { type Printing, readPrinting } from './read-printing.ts';

/** A quotation, and the same read into words. */
export interface ReadQuotation {
  readonly quotation: Quotation;
  readonly printing: Printing;
  /** Whether it names something, here or in another of the articles ("don't ask, don't tell"), and nobody is said to say it. */
  readonly isTerm: boolean;
}

/** What two quotations must score: words that agree, content words twice, less what differs. */
const minScore = 6;
const minIdenticalScore = 3;
/** One person is quoted with fewer words twice than two are quoted with the same. */
const sameSpeakerBonus = 1;
const minChangedWords = 6;
/** Of two that run on differently, what they share is the whole of neither. */
const minOverlapScore = 10;
/** Words of one speaker that another may print, too: a letter read aloud. What is shorter is an echo. */
const minEchoedWords = 12;
/** Words that a speaker repeats between marks, and that another article gives without: what is shorter may be anybody's. */
const minRepeatedWords = 8;

/**
 * Whether what agrees in two quotations is enough to be one utterance, and no phrase that many use, sentence like it, or echo of somebody
 * else's words.
 */
export function isSameUtterance(
  comparison: PrintingComparison,
  one: ReadQuotation,
  other: ReadQuotation,
): boolean {
  const { quotation: a, printing: ours } = one;
  const { quotation: b, printing: theirs } = other;
  if (isSameSentence(ours, theirs)) return true;
  if ([a, b].some(({ kind, isNested }) => kind !== 'speech' || isNested)) return false;
  if (one.isTerm && other.isTerm) return false;
  const { relation, agreement } = comparison;
  const isIdentical = relation === 'identical';
  // A slogan, a book or a programme, and words of a sentence that it was made of.
  if (!isIdentical && ours.isTitleCase !== theirs.isTitleCase) return false;
  const speakers = compareSpeakers(a.speaker, b.speaker);
  if (speakers === 'other' && agreement.matchedCount < minEchoedWords) return false;
  if (relation === 'overlap' && speakers !== 'same' && scoreOf(comparison) < minOverlapScore) return false;
  if (speakers !== 'same' && ours.isTitleCase && ours.words.length <= maxProgrammeWords) return false;
  if (speakers === 'same')
    return scoreOf(comparison) + sameSpeakerBonus >= (isIdentical ? minIdenticalScore : minScore);
  if (agreement.matchedCount < minRepeatedWords && isRepeatedInOne(agreement, ours, theirs)) return false;
  return scoreOf(comparison) >= (isIdentical ? minIdenticalScore : minScore);
}

/** How surely two quotations are one utterance: 14 and more stand for themselves. */
export function scoreOf({ relation, agreement }: PrintingComparison): number {
  const { matchedCount, contentCount, nameCount, changedCount, partedCount } = agreement;
  if (changedCount + partedCount > 0 && matchedCount < minChangedWords) return 0;
  // What is no whole quotation of either needs more than a name that both mention: "the House of Representatives".
  const isWhole = relation === 'identical' || relation === 'cut';
  const weight = matchedCount + contentCount - (isWhole ? 0 : nameCount);
  return weight - 2 * changedCount - 5 * Math.min(partedCount, 3);
}

/** Characters beside a quotation by which two articles are known to print one sentence. */
const contextLength = 30;

/** Whether both articles print the same words around and within the marks, as two prints of an agency's report do. */
function isSameSentence(ours: Printing, theirs: Printing): boolean {
  return ours.letters === theirs.letters && around(ours) === around(theirs);
}

function around({ text, start, end }: Printing): string {
  return `${text.slice(Math.max(0, start - contextLength), start)}|${text.slice(end, end + contextLength)}`;
}

/** "Face the Nation": what all its words begin with capitals and is as short is a name. */
const maxProgrammeWords = 3;
const maxTermWords = 6;
const beforeTerm = /(?:[’']s|\b(?:the|a|an|its|their|his|her|this|that))\s+["“‘'«]$/iu;
const afterTerm =
  /^["”’'»]\s+(?!(?:and|but|for|nor|that|who|which|with|from|into|was|were|has|had|are|when|while|as|to)\s)\p{Ll}{3}/u;

/** Reads quotations into words, and tells those that are terms: the "don't ask, don't tell" policy. */
export function readQuotations(
  texts: readonly string[],
  quotations: readonly { readonly article: number; readonly quotation: Quotation }[],
): ReadQuotation[] {
  const read = quotations.map(({ article, quotation }) => ({
    quotation,
    printing: readPrinting(texts[article] as string, quotation),
  }));
  const terms = new Set(
    read.flatMap((one) => (isUsedAsName(one.quotation, one.printing) ? one.printing.letters : [])),
  );
  return read.map((one) => ({
    ...one,
    isTerm: one.quotation.speaker?.isCertain !== true && terms.has(one.printing.letters),
  }));
}

function isUsedAsName({ speaker }: Quotation, { text, start, end, words }: Printing): boolean {
  if (speaker !== null || words.length > maxTermWords) return false;
  return (
    beforeTerm.test(text.slice(Math.max(0, start - 20), start)) && afterTerm.test(text.slice(end, end + 20))
  );
}

/** Whether what both print stands in one of them, and only there, between marks of its own: there the speaker quotes somebody. */
function isRepeatedInOne(agreement: Agreement, ours: Printing, theirs: Printing): boolean {
  return isNested(ours, agreement.a) !== isNested(theirs, agreement.b);
}

function isNested(printing: Printing, [from, to]: readonly [number, number]): boolean {
  return printing.isNested.slice(from, to).every(Boolean);
}
