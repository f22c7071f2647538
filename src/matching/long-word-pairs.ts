/**
 * The shingles by which statements are found: two neighbouring long words, or two with one long word between that
 * the outlet may have changed, each cut to its first letters. Short words are the ones an outlet drops, adds or bends
 * first; the first five letters outlive tense, plural and possessive. Statements and pages go through this one loop,
 * so a pair is the same on both sides.
 */

/** Below five letters English is mostly grammar; the letters after the fifth are mostly endings. */
const keptLetters = 5;

/**
 * Writes the pair hashes of `text` into `hashes`, where each pair ends into `ends`, and returns how many there
 * are. What does not fit is left out. A hash is never 0.
 */
export function hashLongWordPairs(text: string, hashes: Uint32Array, ends: Uint32Array): number {
  let count = 0;
  let previous = 0;
  let secondLast = 0;
  let hash = 0;
  let letters = 0;
  const length = text.length;
  const room = hashes.length;
  for (let i = 0; i <= length; i += 1) {
    // The position past the end reads as NaN, which is no letter and ends the last word.
    const code = text.charCodeAt(i);
    const lower = code | 32;
    if (lower > 96 && lower < 123) {
      if (letters < keptLetters) hash = (Math.imul(hash, 31) + lower) | 0;
      letters += 1;
      continue;
    }
    // Soft hyphens and zero-width joiners stand inside words without parting them.
    if (letters === 0 || code === 0xad || code === 0x200b || code === 0x200d) continue;
    if (letters >= keptLetters) {
      if (previous !== 0 && count < room) {
        hashes[count] = mix(previous, hash);
        ends[count] = i;
        count += 1;
      }
      if (secondLast !== 0 && count < room) {
        hashes[count] = mix(secondLast, hash);
        ends[count] = i;
        count += 1;
      }
      secondLast = previous;
      previous = hash | 1;
    }
    hash = 0;
    letters = 0;
  }
  return count;
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of both words reaches the low bits. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}
