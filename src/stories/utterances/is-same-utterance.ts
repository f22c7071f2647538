import type { Quotation } from '../text/article.ts';
import type { Agreement, PrintingComparison } from './compare-printings.ts';
import { areNamedApart } from './compare-speakers.ts';
import { type Printing, readPrinting } from './read-printing.ts';

/** A quotation, and its words. */
export interface ReadQuotation {
  readonly quotation: Quotation;
  readonly printing: Printing;
  /**
   * Whether it names something, here or in another of the articles ("don't ask, don't tell"), and is not
   * attributed.
   */
  readonly isTerm: boolean;
}

/** The score that two quotations need: words that agree, content words twice, minus what differs. */
const minScore = 6;
const minIdenticalScore = 3;
/** Two quotations of one person need fewer words than those of two, above all if one is a run of the other's words. */
const sameSpeakerBonus = 1;
const minCutScore = 4;
const minChangedWords = 6;
/** Two quotations with different continuations share only part of either. */
const minOverlapScore = 10;
/** Words of one speaker that another may print, too: a letter read aloud. Shorter ones are an echo. */
const minEchoedWords = 12;
/**
 * Words that a speaker repeats between marks, and that another article prints without: shorter ones may be
 * anybody's.
 */
const minRepeatedWords = 8;

/**
 * Whether what two quotations share is enough to be one utterance, rather than a common phrase, a similar
 * sentence, or an echo of another's words.
 * @param speakers how their speakers compare
 */
export function isSameUtterance(
  comparison: PrintingComparison,
  one: ReadQuotation,
  other: ReadQuotation,
  speakers: 'same' | 'other' | 'unknown',
): boolean {
  const { quotation: a, printing: ours } = one;
  const { quotation: b, printing: theirs } = other;
  if (isSameSentence(ours, theirs)) return true;
  if ([a, b].some(({ kind, isNested }) => kind !== 'speech' || isNested)) return false;
  if (one.isTerm && other.isTerm) return false;
  const { relation, agreement } = comparison;
  const isIdentical = relation === 'identical';
  if (speakers === 'same') {
    const score = scoreOf(comparison) + sameSpeakerBonus;
    // Names are not the speaker's own words: "the Supreme Court".
    if (relation === 'cut' && score - agreement.nameCount >= minCutScore) return true;
    return score >= (isIdentical ? minIdenticalScore : minScore);
  }
  // A slogan, book or programme, and words of a sentence from which it was made.
  if (!isIdentical && ours.isTitleCase !== theirs.isTitleCase) return false;
  if (speakers === 'other' && agreement.matchedCount < minEchoedWords) return false;
  if (relation === 'overlap' && scoreOf(comparison) < minOverlapScore) return false;
  if (ours.isTitleCase && ours.words.length <= maxProgrammeWords) return false;
  if (agreement.matchedCount < minRepeatedWords && isRepeatedInOne(agreement, ours, theirs)) return false;
  // Two people may each have said two words: "without merit".
  const isCertain = isIdentical && !areNamedApart(a.speaker, b.speaker);
  return scoreOf(comparison) >= (isCertain ? minIdenticalScore : minScore);
}

/** How certainly two quotations are one utterance: 14 and more is certain. */
export function scoreOf({ relation, agreement }: PrintingComparison): number {
  const { matchedCount, contentCount, nameCount, changedCount, partedCount } = agreement;
  if (changedCount + partedCount > 0 && matchedCount < minChangedWords) return 0;
  // What is not the whole of either quotation needs more than a name that both mention: "the House of
  // Representatives".
  const isWhole = relation === 'identical' || relation === 'cut';
  const weight = matchedCount + contentCount - (isWhole ? 0 : nameCount);
  return weight - 2 * changedCount - 5 * Math.min(partedCount, 3);
}

/** Characters beside a quotation that show whether two articles print one sentence. */
const contextLength = 30;

/**
 * Whether both articles print the same words around and inside the marks, as with two copies of an agency's
 * report.
 */
function isSameSentence(ours: Printing, theirs: Printing): boolean {
  return ours.letters === theirs.letters && around(ours) === around(theirs);
}

function around({ text, start, end }: Printing): string {
  return `${text.slice(Math.max(0, start - contextLength), start)}|${text.slice(end, end + contextLength)}`;
}

/** "Face the Nation": a short text in which all words are capitalised is a name. */
const maxProgrammeWords = 3;
const maxTermWords = 6;
const beforeTerm = /(?:[’']s|\b(?:the|a|an|its|their|his|her|this|that))\s+["“‘'«]$/iu;
const afterTerm =
  /^["”’'»]\s+(?!(?:and|but|for|nor|that|who|which|with|from|into|was|were|has|had|are|when|while|as|to)\s)\p{Ll}{3}/u;

/** Reads quotations into words, and marks those that are terms: the "don't ask, don't tell" policy. */
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

/**
 * Whether one of them has the shared words, and only it, between marks of their own: there the speaker quotes
 * somebody.
 */
function isRepeatedInOne(agreement: Agreement, ours: Printing, theirs: Printing): boolean {
  return isNested(ours, agreement.a) !== isNested(theirs, agreement.b);
}

function isNested(printing: Printing, [from, to]: readonly [number, number]): boolean {
  return printing.isNested.slice(from, to).every(Boolean);
}
