/**
 * The shingles by which statements are found: pairs of neighbouring long words, or of two with one long word between
 * that the outlet may have changed, each word cut to its first five letters. Short words are the ones an outlet drops,
 * adds or bends first; five letters outlive tense, plural and possessive.
 *
 * A content script's code runs cold, some 65 ns for each character read by script, so the words are cut out by one
 * native match and script sees one short string for every eleven characters.
 */
const longWord = /\b[a-z]{5}/g;

/** The first five letters of each word that has as many, in order. */
export function readPrefixes(text: string): readonly string[] {
  return text.toLowerCase().match(longWord) ?? [];
}

/** Where the words numbered in `wanted` (ascending) begin; `text` as `readPrefixes` had it. */
export function locatePrefixes(text: string, wanted: readonly number[]): number[] {
  const lower = text.toLowerCase();
  const places: number[] = [];
  let number = 0;
  let next = 0;
  longWord.lastIndex = 0;
  while (next < wanted.length && longWord.test(lower)) {
    for (; wanted[next] === number; next += 1) places.push(longWord.lastIndex - 5);
    number += 1;
  }
  longWord.lastIndex = 0;
  return places;
}

/** One number for an ordered pair of word numbers: MurmurHash3's finaliser (Appleby, public domain). */
export function hashPair(first: number, second: number): number {
  let hash = Math.imul(first + 1, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
