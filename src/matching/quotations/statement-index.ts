import { statementHeaderLength, statementIndexMark } from './compile-statements.ts';
import type { IndexedStatement } from './indexed-statement.ts';

/** All statements of all enabled packs, ready for matching. */
export interface StatementIndex {
  readonly statementCount: number;
  /** The numbers of the words' prefixes, from which pairs are hashed. */
  readonly prefixIds: ReadonlyMap<string, number>;
  /** One bit for each value of the low `filterMask` bits of a pair's hash. */
  readonly filter: Uint32Array;
  readonly filterMask: number;
  /** Of so many statements that a pair of words alone makes none of them a candidate (`drop-unsupported-hits.ts`). */
  readonly needsSupport?: true;
  /** Calls `visit` with each statement that has this pair of long words. */
  visitStatements(hash: number, visit: (statement: number) => void): void;
  /** @throws RangeError if there is no such statement */
  statement(number: number): IndexedStatement;
}

/**
 * Opens the output of `compileStatements`. Statements are decoded one by one.
 *
 * @throws RangeError if the bytes are not an index of this version
 */
export function openStatementIndex(bytes: Uint8Array): StatementIndex {
  const { numbers, statementCount, pairCount, filterBits, filterLength, tablesEnd, jsonStart } =
    readLayout(bytes);
  const filter = numbers.subarray(statementHeaderLength, statementHeaderLength + filterLength);
  const hashes = numbers.subarray(
    statementHeaderLength + filterLength,
    statementHeaderLength + filterLength + pairCount,
  );
  const holders = numbers.subarray(
    statementHeaderLength + filterLength + pairCount,
    tablesEnd - statementCount - 1,
  );
  const starts = numbers.subarray(tablesEnd - statementCount - 1, tablesEnd);
  const prefixes = readAscii(bytes.subarray(tablesEnd * 4, jsonStart)).split('\n');

  return {
    statementCount,
    prefixIds: new Map(prefixes.map((prefix, id) => [prefix, id])),
    filter,
    filterMask: 2 ** filterBits - 1,
    visitStatements(hash, visit) {
      for (let at = firstAtLeast(hashes, hash); hashes[at] === hash; at += 1) visit(holders[at] as number);
    },
    statement(number) {
      const start = starts[number];
      const end = starts[number + 1];
      if (start === undefined || end === undefined) {
        throw new RangeError(`There is no statement ${number} among ${statementCount}.`);
      }
      return JSON.parse(readAscii(bytes.subarray(jsonStart + start, jsonStart + end)));
    },
  };
}

/**
 * A copy of a compiled index in which the words of some statements are blank. They must not be asked for any more; that
 * they had some words, each cut to its first letters, is still in it.
 * @param isErased by number
 * @throws RangeError if the bytes are not an index of this version
 */
export function eraseStatements(bytes: Uint8Array, isErased: (statement: number) => boolean): Uint8Array {
  const { numbers, statementCount, tablesEnd, jsonStart } = readLayout(bytes);
  const erased = bytes.slice();
  const starts = numbers.subarray(tablesEnd - statementCount - 1, tablesEnd);
  for (let number = 0; number < statementCount; number += 1) {
    if (isErased(number))
      erased.fill(0x20, jsonStart + (starts[number] as number), jsonStart + (starts[number + 1] as number));
  }
  return erased;
}

function readLayout(bytes: Uint8Array) {
  const numbers = readNumbers(bytes);
  const [mark, statementCount = 0, pairCount = 0, filterBits = 0, linesLength = 0, jsonLength = 0] = numbers;
  const filterLength = 2 ** (filterBits - 5);
  const tablesEnd = statementHeaderLength + filterLength + 2 * pairCount + statementCount + 1;
  const jsonStart = tablesEnd * 4 + linesLength;
  if (mark !== statementIndexMark || filterBits > 31 || bytes.length !== jsonStart + jsonLength) {
    throw new RangeError('These bytes are no statement index of this version; compile the packs again.');
  }
  return { numbers, statementCount, pairCount, filterBits, filterLength, tablesEnd, jsonStart };
}

function readNumbers(bytes: Uint8Array): Uint32Array {
  // Browsers run on little-endian machines, so the tables are used in place if aligned.
  if (bytes.byteOffset % 4 === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  return new Uint32Array(bytes.slice().buffer, 0, bytes.byteLength >>> 2);
}

function readAscii(bytes: Uint8Array): string {
  let text = '';
  // In pieces: as one argument list, a long text would overflow the stack.
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

function firstAtLeast(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
