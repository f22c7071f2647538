import { findMatchingBlocks, type MatchingBlock, moveGaps } from '../knowledge/text/find-matching-blocks.ts';
import { limitMarks } from '../knowledge/text/limit-marks.ts';
import { type LocatedWord, locateWords } from '../knowledge/text/locate-words.ts';
import { showsOmission } from '../knowledge/text/slide-gap.ts';
import type { CardStatement } from './card-content.ts';

interface WordingText {
  readonly parts: readonly { readonly text: string }[];
}

/** A run of words in a comparison. `cut`: the outlet lacks it. `added`: only the outlet has it. */
export interface WordRun {
  readonly kind: 'same' | 'cut' | 'added';
  /** Verbatim, with adjacent signs and white space; if both texts have a word, in the outlet's spelling. */
  readonly text: string;
  readonly wordCount: number;
}

/** One outlet's wording compared with the fullest known text of the statement. Counts are words. */
export interface WordingComparison {
  readonly quotedCount: number;
  /** The outlet prints less than half of the statement: a fragment, not the whole. */
  readonly isFragment: boolean;
  /** Undefined if the two are too different to be compared within `steps`. */
  readonly differences: WordingDifferences | undefined;
}

export interface WordingDifferences {
  readonly runs: readonly WordRun[];
  /** Words left out between the outlet's first and last words, or around them if it prints most of the statement. */
  readonly cutCount: number;
  /** Words that differ, or that only the outlet has. */
  readonly changedCount: number;
}

/** A word, or `missing`: words that the fullest text is known to lack; without letters, it equals no word. */
export interface Token {
  readonly letters: string;
  /** With the adjacent characters of the text. */
  readonly text: string;
  /** The outlet adds something of its own before it, or shows that words are left out. */
  readonly isAfterGap: boolean;
  /** The first word of a sentence of the full text. */
  readonly opensSentence: boolean;
}

const missing: Token = { letters: '', text: '[…] ', isAfterGap: false, opensSentence: true };

/** @param steps the maximum number of steps: see `findMatchingBlocks` */
export function compareWording(
  sentences: CardStatement['sentences'],
  wording: WordingText,
  steps: number,
): WordingComparison {
  const full = readFullText(sentences);
  const printed = wording.parts.flatMap(({ text }, part) => readTokens(text, part > 0));
  return {
    quotedCount: printed.length,
    isFragment: printed.length < full.wordCount / 2,
    differences: countDifferences(makeAllRuns(full.tokens, printed, steps)),
  };
}

function countDifferences(runs: readonly WordRun[] | undefined): WordingDifferences | undefined {
  if (runs === undefined) return undefined;
  const count = (kind: WordRun['kind']) =>
    runs.reduce((sum, run) => (run.kind === kind ? sum + run.wordCount : sum), 0);
  return {
    runs,
    // A replaced word is a difference, not a cut.
    cutCount: count('cut') - countReplaced(runs),
    changedCount: count('added'),
  };
}

/** The fullest known text of a statement, read once for all its wordings. */
interface FullText {
  readonly tokens: readonly Token[];
  /** The number of each token's sentence. */
  readonly sentenceOf: readonly number[];
  readonly wordCount: number;
}

const fullTexts = new WeakMap<CardStatement['sentences'], FullText>();

export function readFullText(sentences: CardStatement['sentences']): FullText {
  let full = fullTexts.get(sentences);
  if (full === undefined) {
    const read = sentences.map((sentence) => (sentence === null ? [missing] : readTokens(sentence)));
    const tokens = read.flatMap((words) => words.map((word, at) => ({ ...word, opensSentence: at === 0 })));
    const sentenceOf = read.flatMap((words, number) => words.map(() => number));
    full = { tokens, sentenceOf, wordCount: countWords(tokens) };
    fullTexts.set(sentences, full);
  }
  return full;
}

function countReplaced(runs: readonly WordRun[]): number {
  let replaced = 0;
  runs.forEach((run, at) => {
    const next = runs[at + 1];
    if (next === undefined || run.kind === 'same' || next.kind === 'same' || run.kind === next.kind) return;
    replaced += Math.min(run.wordCount, next.wordCount);
  });
  return replaced;
}

/**
 * The words of a text, which together make up the whole text. The characters between two words belong to the first up
 * to the last space. A text ends with a space, so that another can follow, unless its script has none.
 */
export function readTokens(text: string, isAfterGap = false): Token[] {
  const words = locateWords(text);
  const starts = words.map(({ start }, at) => {
    const before = words[at - 1]?.end;
    if (before === undefined) return 0;
    return before + startOfWord(text.slice(before, start));
  });
  return words.map((word, at) => {
    const own = text.slice(starts[at], starts[at + 1]);
    const isLast = at === words.length - 1;
    return {
      letters: foldLetters(text, word),
      text: isLast && !word.isUnspaced ? `${own} ` : own,
      isAfterGap: (at === 0 && isAfterGap) || showsOmission(text.slice(words[at - 1]?.end ?? 0, word.start)),
      opensSentence: false,
    };
  });
}

const lastSpaces = [' ', '\t', '\r', '\n'];

/** Where the characters before a word begin to belong to it: after the last space, or else at the opening brackets. */
function startOfWord(between: string): number {
  const space = Math.max(...lastSpaces.map((sign) => between.lastIndexOf(sign)));
  if (space >= 0) return space + 1;
  let start = between.length;
  // Backwards: a regular expression anchored at the end would be retried at each character.
  while (start > 0 && /\p{Ps}/u.test(between.charAt(start - 1))) start -= 1;
  return start;
}

/** Case, hyphens within a word and the format of a number are the outlet's typography, not other words. */
function foldLetters(text: string, { start, end }: LocatedWord): string {
  return limitMarks(text.slice(start, end))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc}%]+/gu, '')
    .replace('%', 'percent');
}

/**
 * Aligns the words of a full text with those of a printing, in order.
 *
 * @returns undefined if the two are too different to be compared within `steps`
 */
export function alignTokens(
  full: readonly Token[],
  printed: readonly Token[],
  steps: number,
): MatchingBlock[] | undefined {
  // Folded once for each word: the comparator is called for every pair that is tried.
  const ours = full.map((token) => token.letters);
  const theirs = printed.map((token) => token.letters);
  const matchingBlocks = findMatchingBlocks(ours, theirs, steps);
  if (matchingBlocks === undefined) return undefined;
  moveGaps(
    matchingBlocks,
    (a, b) => ours[a] === theirs[b],
    (at) => printed[at]?.isAfterGap === true,
  );
  joinEnds(matchingBlocks, full, printed);
  return joinNeighbours(matchingBlocks).map((block) => {
    const cut = full.slice(block.i, block.i2);
    const added = printed.slice(block.j, block.j2);
    // "Any more" for "anymore", or the same letters split differently by a dictionary.
    const isSplit = cut.length > 0 && added.length > 0 && joinLetters(cut) === joinLetters(added);
    return { ...block, isSame: block.isSame || isSplit };
  });
}

/**
 * A printing is where its words are side by side. Of "We stop. We hope so", an outlet that prints "We hope so" may just
 * as well have its first word from the first sentence: moves words at either end to those of the other sentence, unless
 * the outlet shows a gap between them. Changes `blocks`.
 */
function joinEnds(blocks: readonly MatchingBlock[], full: readonly Token[], printed: readonly Token[]): void {
  // Words of the full text before the printing, or after it, are no gap in it.
  const filled = blocks.filter(({ isSame, i, i2, j, j2 }) =>
    isSame ? i < i2 : j < j2 || (j > 0 && j < printed.length),
  );
  const isGap = (gap: MatchingBlock) =>
    gap.isSame === false &&
    gap.j === gap.j2 &&
    printed[gap.j]?.isAfterGap === false &&
    full.slice(gap.i, gap.i2 + 1).some(({ opensSentence }) => opensSentence);
  const isAlike = (from: number, at: number, count: number) =>
    full.slice(from, from + count).every(({ letters }, n) => letters === printed[at + n]?.letters);

  const [first, gap, next] = filled;
  if (first?.isSame && gap && next?.isSame && isGap(gap)) {
    const count = first.i2 - first.i;
    if (count <= gap.i2 - gap.i && isAlike(gap.i2 - count, first.j, count)) {
      Object.assign(next, { i: next.i - count, j: first.j });
      Object.assign(gap, { i: first.i, i2: next.i, j: first.j, j2: first.j });
      Object.assign(first, { i2: first.i, j2: first.j });
      return;
    }
  }
  const [last, behind, before] = filled.toReversed();
  if (last?.isSame && behind && before?.isSame && isGap(behind)) {
    const count = last.i2 - last.i;
    if (count <= behind.i2 - behind.i && isAlike(behind.i, last.j, count)) {
      Object.assign(before, { i2: before.i2 + count, j2: last.j2 });
      Object.assign(behind, { i: before.i2, i2: last.i2, j: last.j2, j2: last.j2 });
      Object.assign(last, { i: last.i2, j: last.j2 });
    }
  }
}

/** Without empty blocks, and with gaps side by side as one. */
function joinNeighbours(blocks: readonly MatchingBlock[]): MatchingBlock[] {
  const joined: MatchingBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.i === block.i2 && block.j === block.j2) continue;
    if (last?.isSame === false && !block.isSame) Object.assign(last, { i2: block.i2, j2: block.j2 });
    else joined.push({ ...block });
  }
  return joined;
}

function makeAllRuns(
  full: readonly Token[],
  printed: readonly Token[],
  steps: number,
): WordRun[] | undefined {
  return alignTokens(full, printed, steps)?.flatMap(({ isSame, i, i2, j, j2 }): WordRun[] => {
    if (isSame) return makeRuns('same', printed.slice(j, j2));
    // If one word replaces another, the cut one comes first.
    return [...makeRuns('cut', full.slice(i, i2)), ...makeRuns('added', printed.slice(j, j2))];
  });
}

function joinLetters(tokens: readonly Token[]): string {
  return tokens.map(({ letters }) => letters).join('');
}

function makeRuns(kind: WordRun['kind'], tokens: readonly Token[]): WordRun[] {
  if (tokens.length === 0) return [];
  return [{ kind, text: tokens.map(({ text }) => text).join(''), wordCount: countWords(tokens) }];
}

export function countWords(tokens: readonly Token[]): number {
  return tokens.filter(({ letters }) => letters !== '').length;
}
