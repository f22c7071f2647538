import type { WordComparison, WordDifference } from '../../matching/quotations/compare-words.ts';
import { clashOf, type NameSense } from '../../matching/quotations/have-same-meaning.ts';
import type { ComparedWord } from '../../matching/quotations/read-words.ts';
import { calendar } from '../../matching/text/calendar.ts';
import type { TextSpan } from '../text/article.ts';
import { titles } from '../text/phrase-words.ts';
import type { PrintingRange } from './printing-range.ts';
import { type Printing, printedLetters } from './read-printing.ts';

/** What changes the meaning of a statement. `direction`: more for less, allow for ban, and other opposites. */
export type Turn = 'number' | 'unit' | 'time' | 'name' | 'negation' | 'modal' | 'direction';

/** One difference between two printings. */
export interface PrintingDifference {
  /** `cut`: only the first has words here; `added`: only the second; `changed`: both, and others. */
  readonly kind: 'cut' | 'added' | 'changed';
  /** Half-open offsets into the text of each article; null if it has nothing here. */
  readonly a: TextSpan | null;
  readonly b: TextSpan | null;
  /**
   * `start` and `end`: one quotation starts earlier, or continues longer. `inside`: between words that both
   * print.
   */
  readonly place: 'start' | 'inside' | 'end';
  /** Whether the outlet marks it, by a sign of omission or brackets. */
  readonly isMarked: boolean;
  /** Null if the meaning is the same. */
  readonly turn: Turn | null;
}

/**
 * The differences in the shared text, in order: those between words, and words that are the same except for a
 * form that folding hides ("it's" and "it").
 */
export function joinForms(comparison: WordComparison, shorter: Printing, longer: Printing): WordDifference[] {
  const differences = [...comparison.differences];
  for (const [n, word] of comparison.matched.entries()) {
    const other = comparison.matchedOnPage[n] as ComparedWord;
    if (word.folded !== other.folded || isPrintedAlike(longer, word, shorter, other)) continue;
    differences.push({
      statement: [word],
      page: [other],
      isForm: true,
      isMarked: false,
      isWholeSentences: false,
    });
  }
  return differences.sort((x, y) => firstOf(x.statement, x.page) - firstOf(y.statement, y.page));

  /** In the order of the longer one; what it lacks follows the last word that both have. */
  function firstOf(statement: readonly ComparedWord[], page: readonly ComparedWord[]): number {
    const [word] = statement;
    if (word) return word.start;
    const [added] = page;
    const before = comparison.matchedOnPage.findLastIndex(({ start }) => start < (added?.start ?? 0));
    return (comparison.matched[before]?.start ?? 0) + 0.5;
  }
}

function isPrintedAlike(a: Printing, word: ComparedWord, b: Printing, other: ComparedWord): boolean {
  return printedLetters(a.text, word) === printedLetters(b.text, other);
}

/**
 * The differences as spans, `a` of the longer printing, with what only one of them has before and after the
 * shared text.
 */
export function listDifferences(
  differences: readonly WordDifference[],
  shorter: Printing,
  longer: Printing,
  range: PrintingRange,
  names: NameSense,
): PrintingDifference[] {
  const found: PrintingDifference[] = [];
  const add = (
    a: TextSpan | null,
    b: TextSpan | null,
    rest: Pick<PrintingDifference, 'place' | 'isMarked' | 'turn'>,
  ) => {
    if (!a && !b) return;
    const last = found.at(-1);
    // Both words of "we've" are printed as one.
    if (last && rest.place === 'inside' && (isWithin(a, last.a) || isWithin(b, last.b))) {
      found[found.length - 1] = makeDifference(join(last.a, a), join(last.b, b), {
        ...last,
        turn: last.turn ?? rest.turn,
      });
    } else found.push(makeDifference(a, b, rest));
  };
  const edge = { isMarked: false, turn: null };
  const firstPage = range.page[0] as number;
  const lastPage = range.page.at(-1) as number;
  add(spanOf(longer.words.slice(0, range.firstStatement)), spanOf(shorter.words.slice(0, firstPage)), {
    ...edge,
    place: 'start',
  });
  for (const difference of differences) {
    const { statement, page, isMarked } = difference;
    add(spanOf(statement), spanOf(page), {
      place: 'inside',
      isMarked,
      turn:
        isFullerName(difference, shorter, longer) || isShorterClause(difference)
          ? null
          : turnOf(difference, names),
    });
  }
  add(spanOf(longer.words.slice(range.lastStatement + 1)), spanOf(shorter.words.slice(lastPage + 1)), {
    ...edge,
    place: 'end',
  });
  return found;
}

/** What only one of the outlets inserted, in square brackets, into the shared words or right beside them. */
export function listInsertions(
  shorter: Printing,
  longer: Printing,
  { page, firstStatement, lastStatement }: PrintingRange,
): PrintingDifference[] {
  const ours = insertionsBeside(longer, firstStatement, lastStatement);
  const theirs = insertionsBeside(shorter, page[0] as number, page.at(-1) as number);
  const letters = (printing: Printing, spans: readonly TextSpan[]) =>
    spans.map((span) => printedLetters(printing.text, span)).join(' ');
  if (letters(longer, ours) === letters(shorter, theirs)) return [];
  const shown = { place: 'inside', isMarked: true, turn: null } as const;
  return [
    ...ours.map((span) => makeDifference(span, null, shown)),
    ...theirs.map((span) => makeDifference(null, span, shown)),
  ];
}

function insertionsBeside(
  { start, end, words, insertions }: Printing,
  first: number,
  last: number,
): TextSpan[] {
  const from = words[first - 1]?.end ?? start;
  const to = words[last + 1]?.start ?? end;
  return insertions.filter((span) => from <= span.start && span.end <= to);
}

/** The same difference, seen from the other side. */
export function turnOver({ kind, a, b, ...rest }: PrintingDifference): PrintingDifference {
  return { ...rest, kind: kind === 'cut' ? 'added' : kind === 'added' ? 'cut' : kind, a: b, b: a };
}

function makeDifference(
  a: TextSpan | null,
  b: TextSpan | null,
  rest: Pick<PrintingDifference, 'place' | 'isMarked' | 'turn'>,
): PrintingDifference {
  const { place, isMarked, turn } = rest;
  return { kind: !b ? 'cut' : !a ? 'added' : 'changed', a, b, place, isMarked, turn };
}

function spanOf(words: readonly ComparedWord[]): TextSpan | null {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

function isWithin(span: TextSpan | null, other: TextSpan | null): boolean {
  return span !== null && other !== null && span.start < other.end && other.start < span.end;
}

function join(a: TextSpan | null, b: TextSpan | null): TextSpan | null {
  if (!a || !b) return a ?? b;
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const turnByClash: Readonly<Record<string, Turn>> = {
  ...{ number: 'number', negation: 'negation', modal: 'modal', name: 'name' },
  ...{ unit: 'unit', currency: 'unit', day: 'time', time: 'time', turn: 'time' },
  ...{ weekday: 'time', month: 'time', frequency: 'time' },
};

/**
 * The kind of disagreement between the two sides, apart from other spellings of one name: "Gadhafi" and
 * "Qaddafi", "Momma" and "Mama".
 */
function turnOf(difference: WordDifference, names: NameSense): Turn | null {
  const clash = clashOf(difference, names);
  if (clash === undefined) return null;
  const { statement, page } = difference;
  if (clash !== 'name') return turnByClash[clash] ?? 'direction';
  if ([...statement, ...page].some(({ folded }) => calendar.has(folded))) return 'time';
  return areSameName(statement, page) ? null : 'name';
}

/** "Gadhafi", "Qaddafi"; "President", "Mr."; "United States", "U.S."; "Russian", "Russia's". */
function areSameName(a: readonly ComparedWord[], b: readonly ComparedWord[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (soundsOf(a) === soundsOf(b) || [...a, ...b].every(isTitle)) return true;
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return true;
  const [ours, theirs] = [a, b].map((words) => words.filter(({ isCapital }) => isCapital));
  const [one, other] = [ours?.[0]?.stem ?? '', theirs?.[0]?.stem ?? ''];
  const isForm = one.startsWith(other) || other.startsWith(one);
  return (
    isForm && ours?.length === 1 && theirs?.length === 1 && Math.min(one.length, other.length) >= minNameStem
  );
}

/** Two names that share fewer letters are two. */
const minNameStem = 4;
const smallTitles: ReadonlySet<string> = new Set(
  [...titles].map((title) => title.toLowerCase().replaceAll('.', '')),
);

function isTitle({ folded }: ComparedWord): boolean {
  return smallTitles.has(folded);
}

function isAcronymOf([word, ...more]: readonly ComparedWord[], words: readonly ComparedWord[]): boolean {
  const initials = words.filter(({ isCapital }) => isCapital).map(({ folded }) => folded.charAt(0));
  return (
    more.length === 0 && initials.length > 1 && word?.isCapital === true && word.folded === initials.join('')
  );
}

/** Without the small words of a name, which some leave out: "al-Qaddafi". */
function soundsOf(words: readonly ComparedWord[]): string {
  return words
    .map(({ folded }) => folded)
    .filter((word) => word.length > 2)
    .map(soundOf)
    .join(' ');
}

/** A title or first name that one of them prints before a name that both have: "Representative Ozer". */
function isFullerName({ statement, page }: WordDifference, shorter: Printing, longer: Printing): boolean {
  if (statement.length > 0 && page.length > 0) return false;
  const [words, { text }] = statement.length > 0 ? [statement, longer] : [page, shorter];
  const last = words.at(-1);
  return (
    last !== undefined &&
    words.every(({ isCapital }) => isCapital) &&
    /^\s+\p{Lu}/u.test(text.slice(last.end, last.end + 5))
  );
}

const placePreposition = /^(?:in|into|at|from|near|across|around|inside|outside|to)$/;

/**
 * What only one of them has, and what says no other thing: the place ("coming into Washington"), and what makes a
 * clause of a participle ("that will come", "coming").
 */
function isShorterClause({ statement, page }: WordDifference): boolean {
  if (statement.length > 0 && page.length > 0) return false;
  const [first, ...rest] = statement.length > 0 ? statement : page;
  if (!first || rest.length === 0) return false;
  if (placePreposition.test(first.folded)) return rest.every(isOnlyName);
  return /^(?:that|which|who)$/.test(first.folded) && rest.length === 1 && rest[0]?.modal === 'will';
}

function isOnlyName({ isCapital, number, isNegation, folded }: ComparedWord): boolean {
  return folded === 'the' || (isCapital && number === undefined && !isNegation);
}

/** A word's consonants; those that transliterations exchange are treated as one. */
function soundOf(word: string): string {
  const consonants = word
    .replace(/(.)\1+/g, '$1')
    .replace(/[gqc]h?|kh/g, 'k')
    .replace(/[aeiouyhw'-]/g, '');
  // Too little is left of a short name to distinguish it from another.
  return consonants.length > 1 ? consonants : word;
}
