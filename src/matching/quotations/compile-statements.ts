import type { IndexedStatement } from './indexed-statement.ts';
import { hashPair, readPrefixes } from './word-prefixes.ts';

/** First four bytes of a compiled index: "STR2". A new layout gets a new number. */
export const statementIndexMark = 0x32525453;
/** Numbers before the tables: mark, statements, pairs, log2 of the filter's bits, bytes of prefixes, bytes of JSON. */
export const statementHeaderLength = 6;
/**
 * Bits of the filter for each pair: one page pair in thirty-two passes by chance, and is then rejected by the
 * table.
 */
const filterBitsForPair = 32;

/**
 * Compiles every statement into one byte array; the same bytes for the same input.
 *
 * Layout, in little-endian 32-bit numbers: header; filter (one bit for the low bits of each pair's hash); the
 * pairs' hashes, ascending; the statement of each pair; where each statement's JSON begins, and the end;
 * then, as bytes, the words' prefixes, a line each; then the JSON, escaped to ASCII so that it can be read
 * without a text decoder, one statement at a time.
 * @param maxHolders a pair that more statements share does not identify any of them ("facial recognition")
 */
export function compileStatements(
  statements: readonly IndexedStatement[],
  maxHolders = Math.max(4, statements.length / 500),
): Uint8Array {
  const prefixes = [
    ...new Set(statements.flatMap(({ texts }) => texts.flat().flatMap((text) => prefixesOf(text).flat()))),
  ].sort();
  const pairs = listRarePairs(statements, new Map(prefixes.map((prefix, id) => [prefix, id])), maxHolders);
  const filterBits = Math.max(10, Math.ceil(Math.log2(pairs.length * filterBitsForPair + 1)));
  const filter = new Uint32Array(2 ** (filterBits - 5));
  for (const { hash } of pairs) {
    const bit = hash & (2 ** filterBits - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  const lines = prefixes.join('\n');
  const json = statements.map((statement) => escapeToAscii(JSON.stringify(statement)));
  const starts = [0];
  for (const text of json) starts.push((starts.at(-1) ?? 0) + text.length);
  const jsonLength = starts.at(-1) ?? 0;

  const numbers = [
    Uint32Array.of(statementIndexMark, statements.length, pairs.length, filterBits, lines.length, jsonLength),
    filter,
    Uint32Array.from(pairs, ({ hash }) => hash),
    Uint32Array.from(pairs, ({ statement }) => statement),
    Uint32Array.from(starts),
  ];
  return joinBytes(numbers, [lines, ...json]);
}

function prefixesOf(text: string): (readonly string[])[] {
  return [readPrefixes(text, 5), readPrefixes(text, 7)];
}

interface Pair {
  readonly hash: number;
  readonly statement: number;
}

function listRarePairs(
  statements: readonly IndexedStatement[],
  idOf: ReadonlyMap<string, number>,
  maxHolders: number,
): Pair[] {
  const holders = new Map<number, Set<number>>();
  for (const [statement, { texts }] of statements.entries()) {
    for (const prefixes of texts.flatMap((text) => prefixesOf(text.join(' ')))) {
      for (const hash of hashPairs(prefixes.map((prefix) => idOf.get(prefix) as number))) {
        const known = holders.get(hash);
        if (known) known.add(statement);
        else holders.set(hash, new Set([statement]));
      }
    }
  }
  const pairs: Pair[] = [];
  for (const [hash, known] of holders) {
    if (known.size <= maxHolders) for (const statement of known) pairs.push({ hash, statement });
  }
  return pairs.sort((a, b) => a.hash - b.hash || a.statement - b.statement);
}

function hashPairs(ids: readonly number[]): number[] {
  return ids.flatMap((id, i) => ids.slice(Math.max(0, i - 2), i).map((other) => hashPair(other, id)));
}

function escapeToAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function joinBytes(numbers: readonly Uint32Array[], json: readonly string[]): Uint8Array {
  const numbersLength = numbers.reduce((sum, part) => sum + part.byteLength, 0);
  const textLength = json.reduce((sum, text) => sum + text.length, 0);
  const bytes = new Uint8Array(numbersLength + textLength);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of numbers) {
    for (const number of part) {
      view.setUint32(at, number, true);
      at += 4;
    }
  }
  for (const text of json) {
    for (let i = 0; i < text.length; i += 1) bytes[at + i] = text.charCodeAt(i);
    at += text.length;
  }
  return bytes;
}
