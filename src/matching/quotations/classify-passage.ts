import { compareWords, type WordComparison, type WordDifference } from './compare-words.ts';
import type { Passage } from './find-passages.ts';
import { isGivenToSpeaker, namesSpeaker } from './find-speaker.ts';
import { findContradictions, haveSameMeaning, type NameSense } from './have-same-meaning.ts';
import type { PageWords } from './page-words.ts';
import { type PassageRange, widenPassage } from './passage-range.ts';
import type { QuoteMatchKind } from './quote-match.ts';
import type { ComparedWord } from './read-words.ts';
import type { StatementText, StatementWords } from './statement-words.ts';

export interface ClassifiedPassage {
  readonly kind: QuoteMatchKind;
  readonly similarity: number;
  readonly range: PassageRange;
  readonly differences: readonly WordDifference[];
  /** How many words agree; of two classifications of the same words, the greater is the printed statement. */
  readonly matchedCount: number;
}

/**
 * `similar`, and `altered` with few words: this share of the content words, in order, of the sentences it
 * aligns with.
 */
const minSimilarShare = 0.6;
/** `altered`: at least this many words, and this share of them in order. */
const minAlteredWords = 12;
const minAlteredShare = 0.8;
/** If the page attributes the quotation to the speaker and nothing else differs, fewer words identify it. */
const minGivenWords = 5;
const minGivenShare = 0.7;
const maxSubstitutedWords = 6;

/** Classifies how a passage prints a statement; null if it does not. */
export function classifyPassage(
  page: PageWords,
  statement: StatementWords,
  text: StatementText,
  passage: Passage,
): ClassifiedPassage | null {
  const range = widenPassage(page, text, passage);
  const comparison = compareWords(page, text, range);
  if (comparison === undefined) return null;
  const edges = edgeCuts(text, range);
  const differences = [...edges.before, ...comparison.differences, ...edges.after];
  const similarity = shareOfContent(text, range, comparison);
  const names = nameSense(page, statement);
  const agrees = haveSameMeaning(comparison.differences, names) && !losesNegation(page, text, range);
  const isShortAlteration = () =>
    similarity >= minSimilarShare &&
    hasOnlyContradictions(comparison, names) &&
    passage.isQuoted &&
    coversQuotations(page, range) &&
    isGivenToSpeaker(page, range.page, statement);
  const kind = agrees
    ? agreeingKind(comparison, differences, similarity)
    : isNearlyTheSame(comparison) || isShortAlteration()
      ? 'altered'
      : null;
  if (kind === null) return null;
  const classified = { kind, similarity, range, differences, matchedCount: comparison.matched.length };
  return isSignificant(page, statement, passage, classified, comparison) ? classified : null;
}

function agreeingKind(
  comparison: WordComparison,
  differences: readonly WordDifference[],
  similarity: number,
): QuoteMatchKind | null {
  const isReworded = comparison.differences.some(({ page }) => page.length > 0);
  if (!isReworded) return differences.length === 0 ? 'verbatim' : 'trimmed';
  return similarity >= minSimilarShare && comparison.matched.length >= 0.5 * comparison.pageCount
    ? 'similar'
    : null;
}

function isNearlyTheSame({ matched, statementCount, pageCount }: WordComparison): boolean {
  const share = matched.length / Math.max(statementCount, pageCount);
  return matched.length >= minAlteredWords && share >= minAlteredShare;
}

/** Whether the matching words are the statement's, except for what changes the meaning. */
function hasOnlyContradictions(
  { differences, matched, statementCount, pageCount }: WordComparison,
  names: NameSense,
): boolean {
  if (matched.length < minGivenWords) return false;
  if (matched.length < minGivenShare * Math.max(statementCount, pageCount)) return false;
  const others = differences.filter(({ isForm }) => !isForm);
  return (
    others.length > 0 &&
    others.every(isSubstitution) &&
    findContradictions(others, names).length === others.length
  );
}

/**
 * A few words replaced by a few others, or a negation added or left out: a text that is only longer or
 * shorter may be another sentence.
 */
function isSubstitution({ statement, page }: WordDifference): boolean {
  const words = [...statement, ...page];
  if (statement.length > 0 && page.length > 0) return words.length <= maxSubstitutedWords;
  return words.length <= 2 && words.some(({ isNegation }) => isNegation);
}

/** What the page cuts from the sentences in which the passage starts and ends. */
function edgeCuts(
  text: StatementText,
  range: PassageRange,
): { before: WordDifference[]; after: WordDifference[] } {
  const cut = (from: number, to: number): WordDifference[] => {
    const statement = text.words.slice(from, to);
    if (statement.length === 0) return [];
    return [{ statement, page: [], isForm: false, isMarked: false, isWholeSentences: false }];
  };
  const first = text.sentenceOf.indexOf(text.sentenceOf[range.firstStatement] as number);
  const last = text.sentenceOf.lastIndexOf(text.sentenceOf[range.lastStatement] as number);
  return { before: cut(first, range.firstStatement), after: cut(range.lastStatement + 1, last + 1) };
}

/** The passage's share of the content words of the sentences it aligns with. */
function shareOfContent(text: StatementText, range: PassageRange, { matched }: WordComparison): number {
  const sentences = new Set(matched.map((word) => text.sentenceOf[text.words.indexOf(word)]));
  sentences.add(text.sentenceOf[range.firstStatement]);
  sentences.add(text.sentenceOf[range.lastStatement]);
  const content = text.words.filter(({ isContent }, i) => isContent && sentences.has(text.sentenceOf[i]));
  if (content.length === 0) return 0;
  return matched.filter(({ isContent }) => isContent).length / content.length;
}

/** "will not disappear" printed as "disappear": the cut at the passage's edge removes the negation. */
function losesNegation(page: PageWords, text: StatementText, range: PassageRange): boolean {
  const first = range.firstStatement;
  const sentence = text.sentenceOf[first];
  const isBefore = (n: number) =>
    text.sentenceOf[first - n] === sentence && text.words[first - n]?.isNegation === true;
  if (!isBefore(1) && !isBefore(2)) return false;
  const firstPage = range.page[0] as number;
  const leading = page.words.slice(Math.max(0, firstPage - 6), firstPage);
  return !leading.some(({ isNegation }, i) => {
    const at = firstPage - leading.length + i;
    return isNegation && page.sentenceOf[at] === page.sentenceOf[firstPage];
  });
}

function nameSense(page: PageWords, statement: StatementWords): NameSense {
  return {
    isName(word, side) {
      if (word.number !== undefined || !word.isContent) return false;
      if (statement.nameWords.has(word.folded)) return word.isCapital;
      if (!word.isCapital || (side === 'page' && page.isTitleCase)) return false;
      return !word.opensSentence;
    },
    isOfStatement: ({ folded }) => statement.nameWords.has(folded) || statement.speakerWords.has(folded),
  };
}

/**
 * A word of the pack's subject counts as a third: "police use of facial recognition" is in every such
 * article.
 */
const subjectShare = 1 / 3;

function score(statement: StatementWords, matched: readonly ComparedWord[]): number {
  let weight = 0;
  for (const { isContent, stem } of matched) {
    if (isContent) weight += statement.subjectWords.has(stem) ? subjectShare : 1;
  }
  return weight;
}

/**
 * Whether the passage has enough content words to be this statement and not a common phrase. Short passages
 * count only if they fill their quotation marks, or are beside the speaker's name.
 */
function isSignificant(
  page: PageWords,
  statement: StatementWords,
  passage: Passage,
  { kind, range }: ClassifiedPassage,
  { matched }: WordComparison,
): boolean {
  const words = matched.length;
  const weight = score(statement, matched);
  const isNamed = namesSpeaker(page, range.page, statement);
  if (kind === 'altered') return weight >= (words < minAlteredWords ? 2 : 4);
  if (kind === 'similar') return weight >= (passage.isQuoted ? 4 : isNamed ? 5 : 7);
  if (passage.isQuoted && coversQuotations(page, range)) {
    return isNamed ? words >= 4 && weight >= 2 : words >= (kind === 'verbatim' ? 4 : 5) && weight >= 3;
  }
  if (passage.isQuoted) return words >= 6 && weight >= 3;
  return isNamed ? words >= 6 && weight >= 4 : words >= 10 && weight >= 5;
}

/**
 * Whether a passage has at least the words that every printing has, minus one at each end: where blocks run
 * together, the words at their borders are unreadable.
 */
export function couldBePrinting(statement: StatementWords, text: StatementText, { pairs }: Passage): boolean {
  const matched = pairs.map(([, number]) => text.words[number] as ComparedWord);
  return matched.length >= 3 && score(statement, matched) >= 1;
}

/** Whether a passage has as many words as the shortest printing between quotation marks. */
export function couldBeQuotation(
  statement: StatementWords,
  text: StatementText,
  { pairs }: Passage,
): boolean {
  const matched = pairs.map(([, number]) => text.words[number] as ComparedWord);
  return matched.length >= 4 && score(statement, matched) >= 2;
}

/** Whether the passage fills the quotations around it. */
function coversQuotations(page: PageWords, range: PassageRange): boolean {
  const inside = new Set(range.page);
  const quotations = new Set(range.page.map((i) => page.quoteOf[i]));
  return page.words.every((_, i) => !quotations.has(page.quoteOf[i] as number) || inside.has(i));
}
