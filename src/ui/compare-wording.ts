import { diffArrays } from 'diff';
import type { CardStatement } from '../briefing/card-content.ts';

type Wording = CardStatement['wordings'][number];

/** A run of words of one comparison. `cut`: the outlet has it not. `added`: only the outlet has it. */
export interface WordRun {
  readonly kind: 'same' | 'cut' | 'added';
  readonly words: readonly string[];
}

/** How one outlet's wording stands to the fullest known text of the statement. Counts are words. */
export interface WordingComparison {
  readonly runs: readonly WordRun[];
  readonly quotedCount: number;
  /** Left out between the outlet's first and last words, or around them where it prints most of the statement. */
  readonly cutCount: number;
  /** Words that differ, or that only the outlet has. */
  readonly changedCount: number;
  /** The outlet prints less than half: it quotes from the statement rather than prints it. */
  readonly isFragment: boolean;
}

/** Stands for words known to be missing from the fullest text; equals no word. */
const gap = '[…]';

export function compareWording(sentences: CardStatement['sentences'], wording: Wording): WordingComparison {
  const full = sentences.flatMap((sentence) => (sentence === null ? [gap] : wordsOf(sentence)));
  const printed = wording.parts.flatMap(({ text }) => wordsOf(text));
  const runs = alignWords(full, printed);
  const count = (kind: WordRun['kind']) =>
    runs.reduce(
      (sum, run) => (run.kind === kind ? sum + run.words.filter((word) => word !== gap).length : sum),
      0,
    );
  const cut = count('cut');
  const added = count('added');
  // One word in the place of another is a difference and not a cut.
  const replaced = countReplaced(runs);
  return {
    runs,
    quotedCount: printed.length,
    cutCount: cut - replaced,
    changedCount: added,
    isFragment: printed.length < full.length / 2,
  };
}

function countReplaced(runs: readonly WordRun[]): number {
  let replaced = 0;
  runs.forEach((run, at) => {
    const next = runs[at + 1];
    if (next === undefined || run.kind === 'same' || next.kind === 'same' || run.kind === next.kind) return;
    replaced += Math.min(run.words.length, next.words.length);
  });
  return replaced;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Folded once for each word: a comparator is called for each pair that is tried. */
function alignWords(full: readonly string[], printed: readonly string[]): WordRun[] {
  let inFull = 0;
  let inPrinted = 0;
  return diffArrays(full.map(foldWord), printed.map(foldWord)).map(({ added, removed, count }): WordRun => {
    if (removed) {
      inFull += count;
      return { kind: 'cut', words: full.slice(inFull - count, inFull) };
    }
    // Where both have the word, the outlet's spelling is the one to show.
    inPrinted += count;
    if (!added) inFull += count;
    return { kind: added ? 'added' : 'same', words: printed.slice(inPrinted - count, inPrinted) };
  });
}

/** Quotation marks, punctuation, hyphens and case are the outlet's typography, not other words. */
function foldWord(word: string): string {
  const letters = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£]+/gu, '');
  return letters === '' ? word : letters;
}
