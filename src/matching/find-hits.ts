import { mayQuote } from './quoted-spans.ts';
import type { StatementIndex } from './statement-index.ts';
import { hashPair, locatePrefixes, readPrefixes } from './word-prefixes.ts';

export interface Hit {
  readonly statement: number;
  /** Offset in the text near which the statement's words stand. */
  readonly at: number;
}

/** One pair is enough between quotation marks, which stand this near; elsewhere two pairs of one statement must. */
const nearMarks = 250;
const nearHits = 600;

/**
 * Where pairs of long words that few statements have stand in `text`, ascending. Most texts have none, and that
 * answer costs one native match and a look at each long word that any statement has.
 */
export function findHits(text: string, index: StatementIndex): Hit[] {
  const { prefixIds, filter, filterMask } = index;
  const found: { statement: number; word: number }[] = [];
  const passes = (hash: number): boolean => {
    const bit = hash & filterMask;
    return ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  };
  const prefixes = readPrefixes(text);
  // Numbers of the last word and the one before it that some statement has; words that none has are -1.
  let last = -1;
  let secondLast = -1;
  for (let word = 0; word < prefixes.length; word += 1) {
    const id = prefixIds.get(prefixes[word] as string) ?? -1;
    if (id >= 0) {
      const nearHash = last < 0 ? 0 : hashPair(last, id);
      const farHash = secondLast < 0 ? 0 : hashPair(secondLast, id);
      if (last >= 0 && passes(nearHash))
        index.visitStatements(nearHash, (statement) => found.push({ statement, word }));
      if (secondLast >= 0 && passes(farHash)) {
        index.visitStatements(farHash, (statement) => found.push({ statement, word }));
      }
    }
    secondLast = last;
    last = id;
  }
  if (found.length === 0) return [];
  const places = locatePrefixes(
    text,
    found.map((hit) => hit.word),
  );
  return keepSupported(
    text,
    found.map(({ statement }, i) => ({ statement, at: places[i] as number })),
  );
}

/** A single pair of words is chance, unless somebody is being quoted there. */
function keepSupported(text: string, hits: readonly Hit[]): Hit[] {
  const byStatement = new Map<number, number[]>();
  for (const { statement, at } of hits) {
    const places = byStatement.get(statement);
    if (places) places.push(at);
    else byStatement.set(statement, [at]);
  }
  return hits.filter(({ statement, at }) => {
    const places = byStatement.get(statement) as number[];
    const hasCompany = places.some((other) => other !== at && Math.abs(other - at) < nearHits);
    return hasCompany || mayQuote(text.slice(Math.max(0, at - nearMarks), at + nearMarks));
  });
}
