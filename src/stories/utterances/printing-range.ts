import { showsOmission } from '../../knowledge/text/slide-gap.ts';
import type { Passage } from '../../matching/quotations/find-passages.ts';
import type { PassageRange } from '../../matching/quotations/passage-range.ts';
import type { ComparedWord } from '../../matching/quotations/read-words.ts';
import type { Printing } from './read-printing.ts';

/** The words of two printings to compare, and how both continue beyond them. */
export interface PrintingRange extends PassageRange {
  /** Words at the start and end of the range that correspond although they differ. */
  readonly partedBefore: number;
  readonly partedAfter: number;
  /** All words with which both continue a sentence differently, of the side that has fewer. */
  readonly partedCount: number;
  /** Whether both continue before it, or both after it, and neither marks an omission. */
  readonly isForked: boolean;
}

/** Words compared beyond the first or last match: farther ones are other sentences. */
const maxPartedWords = 6;

/**
 * The range of a passage, with the words between it and the ends of its sentence on both sides, where each
 * continues with other words. If one of them stops, or marks an omission, the other merely continues.
 */
export function printingRangeOf(shorter: Printing, longer: Printing, passage: Passage): PrintingRange {
  const [firstPage, firstStatement] = passage.pairs[0] as readonly [number, number];
  const [lastPage, lastStatement] = passage.pairs.at(-1) as readonly [number, number];
  const before = Math.min(wordsBeside(shorter, firstPage, -1), wordsBeside(longer, firstStatement, -1));
  const after = Math.min(wordsBeside(shorter, lastPage, 1), wordsBeside(longer, lastStatement, 1));
  const partedBefore = Math.min(before, maxPartedWords);
  const partedAfter = Math.min(after, maxPartedWords);
  const from = firstPage - partedBefore;
  const to = lastPage + partedAfter;
  const first = firstStatement - partedBefore;
  const last = lastStatement + partedAfter;
  return {
    page: Array.from({ length: to - from + 1 }, (_, n) => from + n),
    firstStatement: first,
    lastStatement: last,
    seams: findSeams(passage, from),
    partedBefore,
    partedAfter,
    partedCount: before + after,
    isForked:
      (continuationBefore(shorter, from) && continuationBefore(longer, first)) ||
      (continuationBefore(shorter, to + 1) && continuationBefore(longer, last + 1)),
  };
}

/**
 * Small words at an end of a passage that a sign of omission separates from the rest match by chance:
 * "activity … or in connection with" and "activity or for the support of".
 */
export function withoutRandomMatches(shorter: Printing, longer: Printing, passage: Passage): Passage {
  const { pairs, pieceStarts } = passage;
  const isContent = ([i]: readonly [number, number]) => shorter.words[i]?.isContent === true;
  const isParted = (n: number) => {
    const [before, pair] = [pairs[n - 1], pairs[n]];
    return before && pair && (hasGap(shorter, before[0], pair[0]) || hasGap(longer, before[1], pair[1]));
  };
  let [from, to] = [0, pairs.length];
  for (let n = pairs.length - 1; n > 0 && !isContent(pairs[n] as readonly [number, number]); n -= 1)
    if (isParted(n)) to = n;
  for (let n = 1; n < to && !isContent(pairs[n - 1] as readonly [number, number]); n += 1)
    if (isParted(n)) from = n;
  return {
    ...passage,
    pairs: pairs.slice(from, to),
    pieceStarts: [
      0,
      ...pieceStarts.filter((start) => start > from && start < to).map((start) => start - from),
    ],
  };
}

function hasGap(printing: Printing, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) if (showsGap(printing, at)) return true;
  return false;
}

function findSeams({ pairs, pieceStarts }: Passage, from: number): [number, number][] {
  return pieceStarts.slice(1).flatMap((start): [number, number][] => {
    const [endPage, endStatement] = pairs[start - 1] as readonly [number, number];
    const [nextPage, nextStatement] = pairs[start] as readonly [number, number];
    return [
      [endPage - from + 1, endStatement + 1],
      [nextPage - from, nextStatement],
    ];
  });
}

/** How many words are beside a word in its sentence, up to a sign of omission. */
function wordsBeside(printing: Printing, from: number, step: -1 | 1): number {
  const { words, sentenceOf } = printing;
  let count = 0;
  for (let i = from + step; i >= 0 && i < words.length && sentenceOf[i] === sentenceOf[from]; i += step) {
    if (showsGap(printing, step > 0 ? i : i + 1)) break;
    count += 1;
  }
  return count;
}

/** Whether there are words on both sides of the place before this word, and no sign of an omission. */
function continuationBefore(printing: Printing, at: number): boolean {
  return at > 0 && at < printing.words.length && !showsGap(printing, at);
}

function showsGap({ text, words }: Printing, at: number): boolean {
  return showsOmission(text.slice((words[at - 1] as ComparedWord).end, (words[at] as ComparedWord).start));
}
