import { compareWords, type WordDifference } from '../../matching/quotations/compare-words.ts';
import { findPassages, type Passage } from '../../matching/quotations/find-passages.ts';
import { type NameSense, sameCurrencies } from '../../matching/quotations/have-same-meaning.ts';
import { type ComparedWord, readWords } from '../../matching/quotations/read-words.ts';
import {
  joinForms,
  listDifferences,
  listInsertions,
  type PrintingDifference,
  turnOver,
} from './list-differences.ts';
import { type PrintingRange, printingRangeOf, withoutRandomMatches } from './printing-range.ts';
import type { Printing } from './read-printing.ts';

/**
 * `identical`: the same words, apart from case and punctuation. `cut`: one is a run of the other's words, or
 * marks what it leaves out. `overlap`: each continues where the other stops. `changed`: shared words differ,
 * or are left out without a mark.
 */
export type Relation = 'identical' | 'cut' | 'changed' | 'overlap';

export interface PrintingComparison {
  readonly relation: Relation;
  /** `differs` if a number, measure, time, direction, name, negation or modal verb of the shared text does. */
  readonly meaning: 'same' | 'differs';
  /** In the order of the text; then what an outlet inserted in square brackets. */
  readonly differences: readonly PrintingDifference[];
  readonly agreement: Agreement;
}

/** How far two printings agree. */
export interface Agreement {
  /** Words that both have, how many of these are content words, and how many of those are names. */
  readonly matchedCount: number;
  readonly contentCount: number;
  readonly nameCount: number;
  /** Words in which the shared text differs, of the side that has more; small words count half. */
  readonly changedCount: number;
  /** Words with which both continue a sentence differently, of the side that has fewer. */
  readonly partedCount: number;
  /** The compared part of each, as half-open numbers of words. */
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

/** Compares what two outlets print between quotation marks; null if they share too little. */
export function comparePrintings(a: Printing, b: Printing): PrintingComparison | null {
  if (a.letters === b.letters && a.insertions.length + b.insertions.length === 0) return compareAlike(a, b);
  // The longer one is what the other may have cut; equal lengths are ordered by letters, so that the order of
  // the arguments does not matter.
  if (a.words.length > b.words.length || (a.words.length === b.words.length && a.letters < b.letters)) {
    return compareWithLonger(b, a);
  }
  const turned = compareWithLonger(a, b);
  return (
    turned && {
      ...turned,
      agreement: { ...turned.agreement, a: turned.agreement.b, b: turned.agreement.a },
      differences: turned.differences.map(turnOver),
    }
  );
}

/** The most frequent case: of many outlets that print one statement nearly all. */
function compareAlike(a: Printing, b: Printing): PrintingComparison | null {
  const { words } = a;
  if (words.length === 0) return null;
  const range = [0, words.length] as const;
  return {
    relation: 'identical',
    meaning: areDenied(a, 0, b, 0) ? 'differs' : 'same',
    differences: [],
    agreement: {
      matchedCount: words.length,
      contentCount: words.filter(({ isContent }) => isContent).length,
      nameCount: 0,
      changedCount: 0,
      partedCount: 0,
      a: range,
      b: range,
    },
  };
}

/** In the result, `a` is the longer one. */
function compareWithLonger(shorter: Printing, longer: Printing): PrintingComparison | null {
  let best: PrintingComparison | null = null;
  for (const passage of listPassages(shorter, longer)) {
    const comparison = comparePassage(shorter, longer, passage);
    if (comparison && (best === null || weigh(comparison) > weigh(best))) best = comparison;
  }
  return best;
}

function weigh({ agreement: { matchedCount, contentCount, changedCount } }: PrintingComparison): number {
  return matchedCount + contentCount - changedCount;
}

function listPassages(shorter: Printing, longer: Printing): readonly Passage[] {
  const run = findRun(shorter, longer);
  if (run < 0) {
    return findPassages(shorter.asPage, longer.asStatement).map((one) =>
      withoutRandomMatches(shorter, longer, one),
    );
  }
  const pairs = shorter.words.map((_, i) => [i, run + i] as const);
  return [{ pairs, pieceStarts: [0], isQuoted: true }];
}

/** The position at which the longer one has all words of the shorter one as they are; -1 if none. */
function findRun(shorter: Printing, longer: Printing): number {
  if (shorter.words.length === 0) return -1;
  const whole = ` ${longer.letters} `;
  const at = whole.indexOf(` ${shorter.letters} `);
  return at < 0 ? -1 : whole.slice(0, at).split(' ').length - 1;
}

function comparePassage(shorter: Printing, longer: Printing, passage: Passage): PrintingComparison | null {
  const range = printingRangeOf(shorter, longer, passage);
  const comparison = compareWords(shorter.asPage, longer.asStatement, range);
  if (comparison === undefined) return null;
  const names = nameSense(shorter, longer);
  const differences = joinForms(comparison, shorter, longer);
  const listed = listDifferences(differences, shorter, longer, range, names);
  const firstPage = range.page[0] as number;
  const agreesOnMeaning =
    listed.every(({ turn }) => turn === null) &&
    sameCurrencies(differences) &&
    !areDenied(shorter, firstPage, longer, range.firstStatement);
  const { matched } = comparison;
  const insertions = listInsertions(shorter, longer, range);
  const isChanged = range.isForked || insertions.length > 0 || differences.some(isUnmarked);
  return {
    relation: isChanged ? 'changed' : relationOf(listed),
    meaning: agreesOnMeaning ? 'same' : 'differs',
    differences: [...listed, ...insertions],
    agreement: {
      matchedCount: matched.length,
      contentCount: matched.filter(({ isContent }) => isContent).length,
      nameCount: matched.filter((word) => names.isName(word, 'statement')).length,
      changedCount: Math.max(0, weighChanges(differences) - weighParted(shorter, longer, range)),
      // Two sentences with different continuations are less certainly the same than two that end.
      partedCount: range.partedCount + (range.isForked ? 0.5 : 0),
      a: [range.firstStatement, range.lastStatement + 1],
      b: [firstPage, (range.page.at(-1) as number) + 1],
    },
  };
}

/** Whether it is more than an omission that the outlet marks. */
function isUnmarked({ isMarked, statement, page }: WordDifference): boolean {
  return !isMarked || (statement.length > 0 && page.length > 0);
}

/** If no word is changed, decides by which side has words that the other lacks. */
function relationOf(differences: readonly PrintingDifference[]): Relation {
  const isCut = differences.some(({ kind }) => kind !== 'added');
  const isAdded = differences.some(({ kind }) => kind !== 'cut');
  if (isCut && isAdded) return 'overlap';
  return isCut || isAdded ? 'cut' : 'identical';
}

/** Whole sentences left out weigh little: that is how editors shorten. */
const wholeSentencesWeight = 0.3;

function weighChanges(differences: readonly WordDifference[]): number {
  let weight = 0;
  for (const difference of differences) {
    if (difference.isForm || !isUnmarked(difference)) continue;
    const { statement, page, isWholeSentences } = difference;
    weight += weighLarger(statement, page) * (isWholeSentences ? wholeSentencesWeight : 1);
  }
  return weight;
}

function weighLarger(a: readonly ComparedWord[], b: readonly ComparedWord[]): number {
  return Math.max(scoreWords(a), scoreWords(b));
}

function scoreWords(words: readonly ComparedWord[]): number {
  return words.reduce((weight, { isContent }) => weight + (isContent ? 1 : 0.5), 0);
}

/** What the words with which both continue differently have added to the changes. */
function weighParted(shorter: Printing, longer: Printing, range: PrintingRange): number {
  const { firstStatement, lastStatement, partedBefore, partedAfter } = range;
  const ours = longer.words.slice(firstStatement, lastStatement + 1);
  const theirs = range.page.map((i) => shorter.words[i] as ComparedWord);
  return (
    weighLarger(ours.slice(0, partedBefore), theirs.slice(0, partedBefore)) +
    weighLarger(ours.slice(ours.length - partedAfter), theirs.slice(theirs.length - partedAfter))
  );
}

/** How many words before a quotation may include its "not", as in: is not "something that we know". */
const maxWordsBefore = 5;
const maxCharactersBefore = 80;
/** The end of another quotation, or of a sentence: a "not" before it denies something else. */
const otherSentence = /[”"»]|[.!?]\s/g;

/**
 * Whether only one of them has a negation right before the word, in the quotation or before its opening mark. The
 * other may have it farther away: would not go on with "any item"; "we will not vote to go on with any item".
 */
function areDenied(a: Printing, firstA: number, b: Printing, firstB: number): boolean {
  const [ours, theirs] = [negationBefore(a, firstA), negationBefore(b, firstB)];
  return (ours === 'near' && theirs === 'none') || (ours === 'none' && theirs === 'near');
}

function negationBefore(printing: Printing, first: number): 'near' | 'far' | 'none' {
  const { text, start, words, sentenceOf } = printing;
  if (first > 0) {
    const before = words.slice(0, first).filter((_, n) => sentenceOf[n] === sentenceOf[first]);
    if (!before.some(isNegation)) return 'none';
    return before.slice(-2).some(isNegation) ? 'near' : 'far';
  }
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - maxCharactersBefore);
  const introduction = text.slice(from, start - 1);
  const other = Array.from(introduction.matchAll(otherSentence)).at(-1);
  const before = readWords(text, from + (other ? other.index + 1 : 0), start);
  return before.slice(-maxWordsBefore).some(isNegation) ? 'near' : 'none';
}

function isNegation(word: ComparedWord): boolean {
  return word.isNegation;
}

function nameSense(shorter: Printing, longer: Printing): NameSense {
  return {
    isName({ number, isContent, isCapital, opensSentence }, side) {
      const { isTitleCase } = side === 'page' ? shorter : longer;
      return number === undefined && isContent && isCapital && !opensSentence && !isTitleCase;
    },
    isOfStatement: () => false,
  };
}
