/**
 * The shingles by which statements are found: pairs of neighbouring long words, or of two with one long word
 * between that the outlet may have changed, each word cut to its first letters. Outlets drop, add or change
 * short words first; first letters survive changes of tense, plural and possessive.
 *
 * A content script's code runs cold, some 65 ns for each character read by script. So one native match cuts
 * out the words, and the script sees a few short strings. Five letters catch short statements but cost twice
 * as much as seven: five are for text near quotation marks, seven for all text.
 */
export type PrefixLength = 5 | 7;

const longWords: Readonly<Record<PrefixLength, RegExp>> = { 5: /\b[a-z]{5}/g, 7: /\b[a-z]{7}/g };

/** The first letters of each word that is long enough, in order. */
export function readPrefixes(text: string, length: PrefixLength): readonly string[] {
  return text.toLowerCase().match(longWords[length]) ?? [];
}

/** Where the words numbered in `wanted` (ascending) start; `text` as passed to `readPrefixes`. */
export function locatePrefixes(text: string, length: PrefixLength, wanted: readonly number[]): number[] {
  const places: number[] = [];
  let number = 0;
  let next = 0;
  for (const { index } of text.toLowerCase().matchAll(longWords[length])) {
    for (; wanted[next] === number; next += 1) places.push(index);
    if (next === wanted.length) break;
    number += 1;
  }
  return places;
}

/** One number for an ordered pair of word numbers: MurmurHash3's finaliser (Appleby, public domain). */
export function hashPair(first: number, second: number): number {
  let hash = Math.imul(first + 1, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
