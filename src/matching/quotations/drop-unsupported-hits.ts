import type { Hit } from './find-hits.ts';
import type { StatementIndex } from './statement-index.ts';
import { stopWords } from './word-classes.ts';

/** So many words in order, and so many of them no stop words, has nearly every printing that is recognised. */
const minWords = 5;
const minContentWords = 3;
/** More need not be counted. */
const enoughWords = 8;
/** Words that either side may have between two shared ones. */
const maxSkipped = 2;

/** How far to go on either side to the next shared word, the nearest first. */
const steps: readonly (readonly [number, number])[] = Array.from({ length: maxSkipped + 1 }, (_, a) => a)
  .flatMap((a) => Array.from({ length: maxSkipped + 1 }, (_, b) => [a + 1, b + 1] as const))
  .sort(([a, b], [c, d]) => a + b - (c + d));

/** In lower case. Not by Unicode's classes, which take several times as long; other signs beyond ASCII are rare. */
const anyWord = /[a-z0-9\u00df-\u1fff\u3040-\ud7ff]+/g;
/** First letters survive changes of tense, plural and possessive. */
const prefixLength = 5;

/**
 * The hits around which the page has a few of the statement's words in order. Among tens of thousands of statements each
 * page shares pairs of words with many of them by chance; to align them all would take ten times as long as to find the pairs.
 */
export function dropUnsupportedHits(text: string, hits: readonly Hit[], index: StatementIndex): Hit[] {
  if (hits.length === 0) return [];
  const words: string[] = [];
  const places: number[] = [];
  const folded = text.toLowerCase();
  anyWord.lastIndex = 0;
  for (let found = anyWord.exec(folded); found; found = anyWord.exec(folded)) {
    words.push(found[0].slice(0, prefixLength));
    places.push(found.index);
  }
  let here = 0;
  return hits.filter(({ statement, at }) => {
    while (here + 1 < places.length && (places[here + 1] as number) <= at) here += 1;
    return supports(words, here, wordsOf(index, statement));
  });
}

function supports(page: readonly string[], at: number, statement: readonly string[]): boolean {
  return statement.some((word, from) => {
    if (word !== page[at]) return false;
    const behind = listShared(page, at, statement, from, 1);
    const shared = [word, ...behind, ...listShared(page, at, statement, from, -1)];
    return shared.length >= minWords && shared.filter((one) => !stopWords.has(one)).length >= minContentWords;
  });
}

/** The words that both have in order, from a shared one on. */
function listShared(
  page: readonly string[],
  at: number,
  statement: readonly string[],
  from: number,
  step: 1 | -1,
): string[] {
  const shared: string[] = [];
  let [i, j] = [at, from];
  while (shared.length < enoughWords) {
    const next = steps.find(([a, b]) => {
      const word = page[i + step * a];
      return word !== undefined && word === statement[j + step * b];
    });
    if (next === undefined) break;
    i += step * next[0];
    j += step * next[1];
    shared.push(page[i] as string);
  }
  return shared;
}

const known = new WeakMap<StatementIndex, Map<number, readonly string[]>>();

function wordsOf(index: StatementIndex, number: number): readonly string[] {
  const ofIndex = known.get(index) ?? new Map<number, readonly string[]>();
  known.set(index, ofIndex);
  const words = ofIndex.get(number) ?? readWords(index.statement(number).texts.flat().join(' '));
  ofIndex.set(number, words);
  return words;
}

function readWords(text: string): readonly string[] {
  return (text.toLowerCase().match(anyWord) ?? []).map((word) => word.slice(0, prefixLength));
}
