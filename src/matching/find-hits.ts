import type { StatementIndex } from './statement-index.ts';
import { hashPair, locatePrefixes, type PrefixLength, readPrefixes } from './word-prefixes.ts';

export interface Hit {
  readonly statement: number;
  /** Offset in the text near which the statement's words stand. */
  readonly at: number;
}

/** Characters before a mark and after it that may belong to a quotation. A longer one shows itself by longer words. */
const beforeMark = 60;
const afterMark = 400;
/** Outside quotations one pair of words is chance; two of one statement must stand this near. */
const nearHits = 600;

/** Marks that open quotations, close them, or both; a straight single one only where it can open. */
const marks = /["“”„«»〝＂‘‚‹]|(?:^|[\s(])'(?=\p{L})/gu;

/**
 * Where pairs of long words that few statements have stand in `text`, ascending. Most texts have none, and that
 * answer costs a native match and a look at each long word that any statement has.
 */
export function findHits(text: string, index: StatementIndex): Hit[] {
  const hits = keepCompany(findPairs(text, 0, 7, index));
  for (const [from, to] of findNeighbourhoods(text))
    hits.push(...findPairs(text.slice(from, to), from, 5, index));
  return hits.sort((a, b) => a.at - b.at);
}

/** The stretches of `text` around quotation marks, neighbouring ones joined. */
function findNeighbourhoods(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const { index } of text.matchAll(marks)) {
    const from = Math.max(0, index - beforeMark);
    const to = index + afterMark;
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

function findPairs(text: string, offset: number, length: PrefixLength, index: StatementIndex): Hit[] {
  const { prefixIds } = index;
  const prefixes = readPrefixes(text, length);
  const found: { statement: number; word: number }[] = [];
  // Numbers of the last word and the one before it; words that no statement has are -1.
  let last = -1;
  let secondLast = -1;
  for (let word = 0; word < prefixes.length; word += 1) {
    const id = prefixIds.get(prefixes[word] as string) ?? -1;
    if (id >= 0 && last >= 0) visitPair(index, hashPair(last, id), word, found);
    if (id >= 0 && secondLast >= 0) visitPair(index, hashPair(secondLast, id), word, found);
    secondLast = last;
    last = id;
  }
  if (found.length === 0) return [];
  const words = found.map(({ word }) => word);
  const places = locatePrefixes(text, length, words);
  return found.map(({ statement }, i) => ({ statement, at: offset + (places[i] as number) }));
}

function visitPair(
  index: StatementIndex,
  hash: number,
  word: number,
  found: { statement: number; word: number }[],
): void {
  const bit = hash & index.filterMask;
  if (((index.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return;
  index.visitStatements(hash, (statement) => found.push({ statement, word }));
}

/** Leaves out hits that stand alone. */
function keepCompany(hits: readonly Hit[]): Hit[] {
  const byStatement = new Map<number, number[]>();
  for (const { statement, at } of hits) {
    const places = byStatement.get(statement);
    if (places) places.push(at);
    else byStatement.set(statement, [at]);
  }
  // Two pairs that end in one word are three words in a row: company enough.
  const isNear = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) < nearHits;
  return [...byStatement].flatMap(([statement, places]) =>
    places
      .filter((at, i) => isNear(at, places[i - 1]) || isNear(at, places[i + 1]))
      .map((at) => ({ statement, at })),
  );
}
