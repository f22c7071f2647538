import { diffArrays } from 'diff';
import type { CardStatement } from '../briefing/card-content.ts';
import { type PlacedWord, placeWords } from '../knowledge/place-words.ts';
import { showsOmission, slideGap } from '../knowledge/slide-gap.ts';

type Wording = CardStatement['wordings'][number];

/** A run of words of one comparison. `cut`: the outlet has it not. `added`: only the outlet has it. */
export interface WordRun {
  readonly kind: 'same' | 'cut' | 'added';
  /** To the letter, with the signs and the white space that stand by the words; where both have a word, the outlet's spelling. */
  readonly text: string;
  readonly wordCount: number;
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

/** A word, or, without letters, words known to be missing from the fullest text, which equal none. */
interface Token {
  readonly letters: string;
  /** With what stands by it in the text. */
  readonly text: string;
  /** Before it the outlet says something of its own, or shows that words are left out. */
  readonly isAfterGap: boolean;
}

const missing: Token = { letters: '', text: '[…] ', isAfterGap: false };

export function compareWording(sentences: CardStatement['sentences'], wording: Wording): WordingComparison {
  const full = sentences.flatMap((sentence) => (sentence === null ? [missing] : readTokens(sentence)));
  const printed = wording.parts.flatMap(({ text }, part) => readTokens(text, part > 0));
  const runs = alignTokens(full, printed);
  const count = (kind: WordRun['kind']) =>
    runs.reduce((sum, run) => (run.kind === kind ? sum + run.wordCount : sum), 0);
  // One word in the place of another is a difference and not a cut.
  return {
    runs,
    quotedCount: printed.length,
    cutCount: count('cut') - countReplaced(runs),
    changedCount: count('added'),
    isFragment: printed.length < countWords(full) / 2,
  };
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
 * The words of a text, which together have all of it. What stands between two of them belongs, up to the last space, to the
 * first. A text ends with a space, so that another may follow, unless its script has none.
 */
function readTokens(text: string, isAfterGap = false): Token[] {
  const words = placeWords(text);
  const starts = words.map(({ start }, at) => {
    const before = words[at - 1]?.end;
    if (before === undefined) return 0;
    const between = text.slice(before, start);
    const space = between.search(/[^ \t\r\n]*$/);
    return before + (space > 0 ? space : between.search(/\p{Ps}*$/u));
  });
  return words.map((word, at) => {
    const own = text.slice(starts[at], starts[at + 1]);
    const isLast = at === words.length - 1;
    return {
      letters: foldLetters(text, word),
      text: isLast && !word.isUnspaced ? `${own} ` : own,
      isAfterGap: (at === 0 && isAfterGap) || showsOmission(text.slice(words[at - 1]?.end ?? 0, word.start)),
    };
  });
}

/** Case, hyphens within a word and how a number is set are the outlet's typography, not other words. */
function foldLetters(text: string, { start, end }: PlacedWord): string {
  return text
    .slice(start, end)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc}%]+/gu, '')
    .replace('%', 'percent');
}

interface Stretch {
  readonly kind: WordRun['kind'];
  /** Half-open numbers of words: of the full text where they are cut, else of the outlet's. */
  from: number;
  to: number;
}

function alignTokens(full: readonly Token[], printed: readonly Token[]): WordRun[] {
  const stretches = findStretches(full, printed);
  moveGaps(stretches, full, printed);
  const runs: WordRun[] = [];
  let cut: readonly Token[] = [];
  for (const { kind, from, to } of stretches) {
    const tokens = (kind === 'cut' ? full : printed).slice(from, to);
    // "Any more" for "anymore", and where a dictionary parts the same letters otherwise.
    if (kind === 'added' && cut.length > 0 && joinLetters(cut) === joinLetters(tokens)) {
      runs[runs.length - 1] = makeRun('same', tokens);
    } else if (tokens.length > 0) {
      runs.push(makeRun(kind, tokens));
    }
    cut = kind === 'cut' ? tokens : [];
  }
  return runs;
}

/** In order; where one word stands in the place of another, the one that is cut comes first. */
function findStretches(full: readonly Token[], printed: readonly Token[]): Stretch[] {
  let inFull = 0;
  let inPrinted = 0;
  // Folded once for each word: a comparator is called for each pair that is tried.
  const letters = (tokens: readonly Token[]) => tokens.map((token) => token.letters);
  const found = diffArrays(letters(full), letters(printed)).map(({ added, removed, count }): Stretch => {
    if (!added) inFull += count;
    if (!removed) inPrinted += count;
    const to = removed ? inFull : inPrinted;
    return { kind: removed ? 'cut' : added ? 'added' : 'same', from: to - count, to };
  });
  // So that a gap at an end has something before it and behind it, too.
  return [{ kind: 'same', from: 0, to: 0 }, ...found, { kind: 'same', from: inPrinted, to: inPrinted }];
}

/** Puts what is cut where the outlet shows that something is. */
function moveGaps(stretches: Stretch[], full: readonly Token[], printed: readonly Token[]): void {
  for (const [i, cut] of stretches.entries()) {
    const [before, after] = [stretches[i - 1], stretches[i + 1]];
    if (cut.kind !== 'cut' || before?.kind !== 'same' || after?.kind !== 'same') continue;
    const by = slideGap(
      {
        from: cut.from,
        to: cut.to,
        at: after.from,
        sameBefore: before.to - before.from,
        sameAfter: after.to - after.from,
      },
      (a, b) => full[a]?.letters === printed[b]?.letters,
      (at) => printed[at]?.isAfterGap === true,
    );
    before.to += by;
    cut.from += by;
    cut.to += by;
    after.from += by;
  }
}

function joinLetters(tokens: readonly Token[]): string {
  return tokens.map(({ letters }) => letters).join('');
}

function makeRun(kind: WordRun['kind'], tokens: readonly Token[]): WordRun {
  return { kind, text: tokens.map(({ text }) => text).join(''), wordCount: countWords(tokens) };
}

function countWords(tokens: readonly Token[]): number {
  return tokens.filter((token) => token !== missing).length;
}
