import {
  ambiguousOpeners,
  combiningDiacritics,
  joiners,
  plainOpeners,
  singleOpeners,
} from '../../knowledge/text/character-classes.ts';
import type { StatementIndex } from './statement-index.ts';
import { hashPair, locatePrefixes, type PrefixLength, readPrefixes } from './word-prefixes.ts';

/** The part of the index that looks up pairs of words. */
export type PairIndex = Pick<
  StatementIndex,
  'prefixIds' | 'filter' | 'filterMask' | 'visitStatements' | 'needsSupport'
>;

export interface Hit {
  readonly statement: number;
  /** Offset in the text near the statement's words. */
  readonly at: number;
}

/** Two long words and what is between them. */
const minQuotationLength = 12;
/** Outside quotations one pair of words is chance; two of the same statement must be this near. */
const nearHits = 600;

/** What parts a word's letters without being seen. Of İ the small letter is two. */
export const unreadCharacters = new RegExp(`[${joiners}${combiningDiacritics}\\u0130]`, 'g');

const closer = /[”"»«〞＂]/g;
const mayPrecede = /[\s([{—–-]/;
/**
 * As long as a statement may be; single marks are cut at this length, because an apostrophe could end them
 * too early.
 */
const maxQuotationLength = 600;
const maxSingleQuotedLength = 300;

/**
 * Where `text` has pairs of long words that few statements have, ascending. Most texts have none, which costs
 * one native match, a native search for each mark, and a lookup for each long word that a statement has.
 */
export function findHits(text: string, index: PairIndex): Hit[] {
  const hits = dropIsolatedHits(locatePairs(text, 0, 7, dropSinglePairs(listPairs(text, 7, index))));
  const quotations = listQuotations(text);
  // Searched in one pass; only if there is a hit, again one by one for the positions. Among tens of thousands of statements
  // there always is one.
  const joined = index.needsSupport ? '' : quotations.map(([from, to]) => text.slice(from, to)).join(' ');
  const isAnyFound = index.needsSupport || listPairs(joined, 5, index).length > 0;
  if (quotations.length > 0 && isAnyFound) {
    for (const [from, to] of quotations) {
      for (const hit of findPairs(text.slice(from, to), from, 5, index)) hits.push(hit);
    }
  }
  return hits.sort((a, b) => a.at - b.at);
}

/**
 * Half-open, ascending, disjoint stretches of `text` that may be quotations; so never longer in total than
 * the text, even if that is nothing but opening marks. Coarser than `findQuotedSpans`, and for whole pages:
 * native search finds the marks.
 */
export function listQuotations(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const mark of plainOpeners + ambiguousOpeners) {
    const isPlain = plainOpeners.includes(mark);
    const isSingle = singleOpeners.includes(mark);
    let closesAt = -1;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (!isPlain && at > 0 && !mayPrecede.test(text.charAt(at - 1))) continue;
      // One search serves all the marks before its result.
      if (!isSingle && closesAt <= at) closesAt = findCloser(text, at + 1);
      const most = at + 1 + (isSingle ? maxSingleQuotedLength : maxQuotationLength);
      const to = Math.min(most, text.length, isSingle ? most : closesAt);
      if (to - at > minQuotationLength) found.push([at + 1, to]);
    }
  }
  return mergeSpans(found);
}

function findCloser(text: string, from: number): number {
  closer.lastIndex = from;
  return closer.exec(text)?.index ?? text.length;
}

/** Half-open spans in order, those that overlap or touch joined; sorts `spans`. */
export function mergeSpans(spans: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Where `text` has pairs of long words that few statements have, in order; adds `offset` to each position. */
export function findPairs(text: string, offset: number, length: PrefixLength, index: PairIndex): Hit[] {
  return locatePairs(text, offset, length, listPairs(text, length, index));
}

function locatePairs(text: string, offset: number, length: PrefixLength, found: readonly FoundPair[]): Hit[] {
  if (found.length === 0) return [];
  const words = found.map(({ word }) => word);
  const places = locatePrefixes(text, length, words);
  return found.map(({ statement }, i) => ({ statement, at: offset + (places[i] as number) }));
}

interface FoundPair {
  readonly statement: number;
  /** Number of the pair's second word among the long words of the text. */
  readonly word: number;
}

/** The pairs of long words in a text that few statements have, in order. */
export function listPairs(text: string, length: PrefixLength, index: PairIndex): FoundPair[] {
  const { prefixIds } = index;
  // Native code calls `get`: no step of ours for a word that no statement has, like most words.
  const ids = readPrefixes(text, length).map(prefixIds.get, prefixIds);
  const found: FoundPair[] = [];
  for (let word = 0; word < ids.length; word += 1) {
    const id = ids[word];
    if (id === undefined) continue;
    const last = ids[word - 1];
    const secondLast = ids[word - 2];
    if (last !== undefined) visitPair(index, hashPair(last, id), word, found);
    if (secondLast !== undefined) visitPair(index, hashPair(secondLast, id), word, found);
  }
  return found;
}

function visitPair(index: PairIndex, hash: number, word: number, found: FoundPair[]): void {
  const bit = hash & index.filterMask;
  if (((index.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return;
  index.visitStatements(hash, (statement) => found.push({ statement, word }));
}

/** Drops what is isolated wherever it is: to find out where takes another pass over the text. */
function dropSinglePairs(found: readonly FoundPair[]): readonly FoundPair[] {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const { statement } of found) (seen.has(statement) ? repeated : seen).add(statement);
  return found.filter(({ statement }) => repeated.has(statement));
}

/** Drops isolated hits. */
function dropIsolatedHits(hits: readonly Hit[]): Hit[] {
  const byStatement = new Map<number, number[]>();
  for (const { statement, at } of hits) {
    const places = byStatement.get(statement);
    if (places) places.push(at);
    else byStatement.set(statement, [at]);
  }
  // Two pairs that share a word are three words in a row, and support each other.
  const isNear = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) < nearHits;
  return [...byStatement].flatMap(([statement, places]) =>
    places
      .filter((at, i) => isNear(at, places[i - 1]) || isNear(at, places[i + 1]))
      .map((at) => ({ statement, at })),
  );
}
