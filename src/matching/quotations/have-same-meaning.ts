import type { WordDifference } from './compare-words.ts';
import type { ComparedWord } from './read-words.ts';

/**
 * Whether a page and a statement agree in every word that changes the meaning: numbers, measures, directions,
 * negation, modal force, names. A loose match without this check would match lookalike sentences ("Team Alpha
 * reported 12 percent" / "Team Beta reported 12 percent").
 */
export function haveSameMeaning(differences: readonly WordDifference[], names: NameSense): boolean {
  return findContradictions(differences, names).length === 0 && sameCurrencies(differences);
}

/** The differences in which they do not agree. */
export function findContradictions(
  differences: readonly WordDifference[],
  names: NameSense,
): WordDifference[] {
  return differences.filter((difference) => clashOf(difference, names) !== undefined);
}

/**
 * What changes the meaning: a number, a name, a negation, a modal verb, or a kind of `substance-words.ts`
 * such as `unit`.
 */
export type Clash = 'number' | 'name' | 'negation' | 'modal' | 'currency' | (string & {});

/** What is known of names in one comparison. */
export interface NameSense {
  /** Whether a word of the statement, or of the page, is a name. */
  isName(word: ComparedWord, side: 'statement' | 'page'): boolean;
  /** Whether the statement contains this name, or its speaker has it: "this moratorium" may become "Amazon's". */
  isOfStatement(word: ComparedWord): boolean;
}

/** Words that refer to a name without naming another. */
const pronouns = new Set(
  'it its they their he his she her we our company companies firm agency office group giant organisation organization'.split(
    ' ',
  ),
);

/** The kind of disagreement in a difference; undefined if it does not change the meaning. */
export function clashOf(difference: WordDifference, names: NameSense): Clash | undefined {
  const { statement, page, isMarked, isWholeSentences } = difference;
  // A marked omission, and whole sentences left out, change no printed word.
  if (page.length === 0 && (isMarked || isWholeSentences)) return undefined;
  if (statement.length === 0 && isMarked) return undefined;
  if (!sameNumbers(statement, page)) return 'number';
  if (count(statement, isNegation) !== count(page, isNegation) || turnsOver(statement, page))
    return 'negation';
  if (!sameList(modals(statement), modals(page))) return 'modal';
  return otherSubstance(statement, page) ?? (sameNames(difference, names) ? undefined : 'name');
}

function sameNumbers(statement: readonly ComparedWord[], page: readonly ComparedWord[]): boolean {
  const ours = numbers(statement);
  const theirs = numbers(page);
  if (sameList(ours, theirs)) return true;
  // "a one-year halt" and "a year's halt" agree: the article means one.
  const withoutOne = (list: readonly string[]) => list.filter((number) => number !== '1');
  return (
    sameList(withoutOne(ours), withoutOne(theirs)) &&
    (ours.length < theirs.length ? statement : page).some(({ folded }) => folded === 'a' || folded === 'an')
  );
}

function numbers(words: readonly ComparedWord[]): string[] {
  // "no one" is "nobody"
  const isPronoun = (n: number) =>
    words[n]?.folded === 'one' && /^(?:no|any|every|some)$/.test(words[n - 1]?.folded ?? '');
  return words.flatMap(({ number }, n) => (isPronoun(n) ? [] : (number ?? [])));
}

/**
 * The kind of word that was replaced by another of its kind: weeks for days, less for more. A measure or
 * direction that is only missing, or only added, contradicts no other.
 */
function otherSubstance(
  statement: readonly ComparedWord[],
  page: readonly ComparedWord[],
): string | undefined {
  return statement.find(({ substance }) => {
    if (!substance) return false;
    const theirs = valuesOf(page, substance.kind);
    return theirs.size > 0 && !isSameSet(theirs, valuesOf(statement, substance.kind));
  })?.substance?.kind;
}

/** "$5 billion" and "5 billion euros": sign and word are in different positions. */
export function sameCurrencies(differences: readonly WordDifference[]): boolean {
  const shown = differences.filter(({ isMarked, isWholeSentences }) => !isMarked && !isWholeSentences);
  const currencies = (words: readonly ComparedWord[]) =>
    words.filter(({ substance }) => substance?.kind === 'currency');
  return (
    otherSubstance(
      currencies(shown.flatMap(({ statement }) => statement)),
      currencies(shown.flatMap(({ page }) => page)),
    ) === undefined
  );
}

function valuesOf(words: readonly ComparedWord[], kind: string): Set<string> {
  return new Set(words.flatMap(({ substance }) => (substance?.kind === kind ? substance.value : [])));
}

function modals(words: readonly ComparedWord[]): string[] {
  // "do", "be" and "have" only carry tense; `word-classes.ts` distinguishes the five forces.
  return words.flatMap(({ modal }) => modal ?? []);
}

function isNegation(word: ComparedWord): boolean {
  return word.isNegation;
}

/** "lawful" for "unlawful": a negation inside the word. */
function turnsOver(statement: readonly ComparedWord[], page: readonly ComparedWord[]): boolean {
  return statement.some(({ stem: a }) =>
    page.some(({ stem: b }) => {
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      const prefix = long.slice(0, long.length - short.length);
      return (
        short.length > 3 && long.endsWith(short) && /^(?:un|in|im|il|ir|dis|non|mis|de|anti)$/.test(prefix)
      );
    }),
  );
}

function sameNames({ statement, page, isMarked }: WordDifference, names: NameSense): boolean {
  const ours = statement.filter((word) => names.isName(word, 'statement'));
  const theirs = page.filter((word) => names.isName(word, 'page'));
  if (
    sameList(
      ours.map(({ stem }) => stem),
      theirs.map(({ stem }) => stem),
    )
  )
    return true;
  if (theirs.length > 0) return ours.length === 0 && theirs.every((word) => names.isOfStatement(word));
  return isMarked || page.some(({ folded }) => pronouns.has(folded));
}

function count(words: readonly ComparedWord[], claims: (word: ComparedWord) => boolean): number {
  return words.filter(claims).length;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
