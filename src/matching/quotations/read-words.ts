import { joiners, noBreakSpaces } from '../../knowledge/text/character-classes.ts';
import { locateWords } from '../../knowledge/text/locate-words.ts';
import { foldCharacter } from '../text/fold-character.ts';
import { type Substance, substanceOf } from './substance-words.ts';
import { isNegation, isStopWord, modalForce, numberValue, stemOf } from './word-classes.ts';

/** One word of a statement or a page, as quote matching compares it. */
export interface ComparedWord {
  /** Folded: lower case, no diacritics, no marks. "doesn't" is two words, "does" and "n't". */
  readonly folded: string;
  /** What two forms of the same word share. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly isContent: boolean;
  readonly isCapital: boolean;
  /** Whether the word may be capitalised only because it starts a sentence or a quotation. */
  readonly opensSentence: boolean;
  readonly number: string | undefined;
  readonly isNegation: boolean;
  readonly modal: string | undefined;
  /** The measure or direction that it expresses; undefined for most words. */
  readonly substance: Substance | undefined;
}

/**
 * The parts of a printed word: "10%" and "$5" are number and sign, "5G" number and letter. Initials ("U.S.")
 * are one.
 */
const piece = new RegExp(
  `\\p{Nd}+(?:[.,${noBreakSpaces}]\\p{Nd}+)*(?:st|nd|rd|th)?|(?:\\p{L}\\.){2,}|(?:\\p{L}[\\]］])?[\\p{L}\\p{M}${joiners}]+(?:['’ʼ][\\p{L}\\p{M}]+)*|[%\\p{Sc}]`,
  'gu',
);
/** Most words: they are one piece, and fold to lower case. */
const plainWord = /^[A-Za-z]+$/;
const sentenceEnd = /[.!?…:“"«„‘[(]\s*$/u;

/** The words of `text` from `from` to `to`, in order. */
export function readWords(text: string, from = 0, to = text.length): ComparedWord[] {
  const words: ComparedWord[] = [];
  let lastEnd = from;
  const push = (printed: string, start: number) => {
    const between = text.slice(lastEnd, start);
    const opensSentence = words.length === 0 || (between !== ' ' && sentenceEnd.test(between));
    lastEnd = start + printed.length;
    pushWords(words, printed, start, { isCapital: /^\p{Lu}/u.test(printed), opensSentence });
  };
  for (const placed of locateWords(text, from, to)) {
    const whole = text.slice(placed.start, placed.end);
    if (plainWord.test(whole)) push(whole, placed.start);
    else for (const { 0: printed, index } of whole.matchAll(piece)) push(printed, placed.start + index);
  }
  for (const [i, word] of words.entries()) {
    if (bindsVerb(word, words[i + 1])) words[i] = { ...word, modal: modalPhrases.get(word.stem) };
  }
  return words;
}

/** By stem, the force of words that are modal before "to". */
const modalPhrases: ReadonlyMap<string, string> = new Map(
  Object.entries({ have: 'must', need: 'must', able: 'can' }).map(([word, force]) => [stemOf(word), force]),
);

function bindsVerb({ stem }: ComparedWord, next: ComparedWord | undefined): boolean {
  return modalPhrases.has(stem) && next?.folded === 'to';
}

interface Shape {
  readonly isCapital: boolean;
  readonly opensSentence: boolean;
}

function pushWords(words: ComparedWord[], printed: string, start: number, shape: Shape): void {
  const end = start + printed.length;
  const folded = fold(printed);
  if (folded === 'cannot') {
    words.push(describeWord('can', start, end, shape));
    words.push({ ...describeWord('not', start, end, shape), isCapital: false });
  } else if (!folded.includes("'") || !/^\p{L}/u.test(printed)) {
    words.push(describeWord(folded, start, end, shape));
  } else {
    pushContraction(words, folded, start, end, shape);
  }
}

function fold(printed: string): string {
  if (plainWord.test(printed)) return printed.toLowerCase();
  let folded = '';
  for (const character of printed) folded += foldCharacter(character.codePointAt(0) as number);
  folded = folded === '%' ? 'percent' : folded.replace(/[\]］]/, '');
  return /^\d/.test(folded) ? folded.replaceAll(' ', '') : folded.replaceAll('.', '');
}

/** "we've" is "we" and "have", "amazon's" is "amazon": compares what the apostrophe contracts. */
const hidden: Readonly<Record<string, string>> = { ve: 'have', re: 'be', ll: 'will', m: 'be' };

function pushContraction(
  words: ComparedWord[],
  folded: string,
  start: number,
  end: number,
  shape: Shape,
): void {
  const negated = /^(.+)n'?t$/.exec(folded)?.[1];
  if (negated !== undefined && folded.endsWith("n't")) {
    const base = negated === 'wo' ? 'will' : negated === 'ca' ? 'can' : negated;
    words.push(describeWord(base, start, end, shape));
    words.push({ ...describeWord('not', start, end, shape), folded: "n't", isCapital: false });
    return;
  }
  const at = folded.indexOf("'");
  const tail = folded.slice(at + 1);
  words.push(describeWord(folded.slice(0, at) || tail, start, end, shape));
  if (Object.hasOwn(hidden, tail)) {
    const meant = hidden[tail] as string;
    words.push({ ...describeWord(meant, start, end, shape), folded: `'${tail}`, isCapital: false });
  } else if (tail.length > 2) {
    words.push(describeWord(tail, start, end, shape));
  }
}

function describeWord(
  folded: string,
  start: number,
  end: number,
  { isCapital, opensSentence }: Shape,
): ComparedWord {
  const { stem, isContent, number, isNegation: negates, modal, substance } = senseOf(folded);
  return {
    folded,
    stem,
    start,
    end,
    isContent,
    isCapital,
    opensSentence,
    number,
    isNegation: negates,
    modal,
    substance,
  };
}

type WordSense = Pick<ComparedWord, 'stem' | 'isContent' | 'number' | 'isNegation' | 'modal' | 'substance'>;

/** Half of an article's words are the same few hundred: what each means is found once. */
const senses = new Map<string, WordSense>();
const maxSenses = 10_000;

function senseOf(folded: string): WordSense {
  const known = senses.get(folded);
  if (known) return known;
  if (senses.size >= maxSenses) senses.clear();
  const sense = readSense(folded);
  senses.set(folded, sense);
  return sense;
}

function readSense(folded: string): WordSense {
  const wordStem = stemOf(folded);
  const number = numberValue(folded, wordStem);
  const stem = number ?? wordStem;
  const modal = modalForce(folded);
  return {
    stem: modal ?? stem,
    number,
    isNegation: isNegation(folded, stem),
    modal,
    substance: number === undefined ? substanceOf(folded, stem) : undefined,
    isContent: !isStopWord(folded, stem) && modal === undefined && folded !== "n't",
  };
}
