import { isCommonSign } from './common-characters.ts';
import { foldCharacter, isOverlooked } from './fold-character.ts';
import { joinHash, nextWord, type WordCursor } from './read-name-words.ts';
import { isUnspacedLetter, wordClassOf } from './word-edge.ts';

/** What the scanner asks of an index. */
export interface ScannedIndex {
  /** One bit for each hash of a word at which names are looked up; a power of two in length. */
  readonly filter: Uint8Array;
  /** False: no name has a letter of a script without spaces, or of Hangul; these then only part words. */
  readonly hasOtherScripts: boolean;
  /** See `index-format.ts`. */
  lookUp(path: number): number;
}

/** Finds the places at which it is worth looking for a name, in pieces of text that follow each other. */
export interface WordScanner {
  /**
   * Reads pieces for as long as `next` gives some; undefined ends the reading, which may be taken up again. A word may run on
   * from one piece into the next; whether it does only the page knows, so both readings are tried.
   */
  scan(next: () => string | undefined): void;
  /** Number of the piece and offset in it of each place found since the last call, flat, in the order of discovery. */
  takePlaces(): number[];
}

/** In the tables of letters, where 0 stands for what is not known yet. */
const unknown = 0;
const separator = 1;
/** Soft hyphens, joiners, diacritics: neither begin nor end a word, and are no part of its hash. */
const overlooked = 2;
/** Whatever does not fold to one letter of a spaced script: such words are read again, character by character. */
const needsFolding = 3;

/** ASCII letters, digits and the low line as they fold; everything else parts words. */
const asciiLetters = new Uint8Array(128).fill(separator);
for (let unit = 0x30; unit <= 0x39; unit++) asciiLetters[unit] = unit;
for (let unit = 0x61; unit <= 0x7a; unit++) {
  asciiLetters[unit] = unit;
  asciiLetters[unit - 0x20] = unit;
}
asciiLetters[0x5f] = 0x5f;

/**
 * What lies beyond ASCII, filled as it is met, by whether other scripts count. One for all scanners: each block that is read has a
 * scanner of its own, and 128 kB for each would be what reading a page mostly consists of.
 */
const wideLetters = new Uint16Array(0x10000);
const wideLettersOfAllScripts = new Uint16Array(0x10000);

/** Where a word's bit is in the filter: the last letters alone would decide the low bits. */
export function filterBit(hash: number, filterLength: number): number {
  return (hash ^ (hash >>> 7) ^ (hash >>> 13)) & (filterLength * 8 - 1);
}

/**
 * Why it is built like this: on most pages most words begin no name, so the way of such a word is one table look-up and
 * one hash step for each letter and one bit for each word, in numbers that no engine has to box (24 bits of hash).
 * Measured against expressions, joined text and the browser's own string functions: `docs/matching.md`.
 */
export function createWordScanner(index: ScannedIndex): WordScanner {
  return new Scanner(index);
}

class Scanner implements WordScanner {
  readonly #index: ScannedIndex;
  readonly #cursor: WordCursor = { start: 0, end: 0, hash: 0, stemHash: 0 };
  #piece = -1;
  #places: number[] = [];
  readonly #wideLetters: Uint16Array;
  /** The word with which the last piece ended; -1: it ended otherwise. */
  #openHash = -1;
  #openStart = 0;

  constructor(index: ScannedIndex) {
    this.#index = index;
    this.#wideLetters = index.hasOtherScripts ? wideLettersOfAllScripts : wideLetters;
  }

  /** One function with both loops in it: engines make the inner one fast while it runs, but not one that is called anew. */
  scan(next: () => string | undefined): void {
    const filter = this.#index.filter;
    const mask = filter.length * 8 - 1;
    const letters = asciiLetters;
    const wide = this.#wideLetters;
    let openHash = this.#openHash;
    let openStart = this.#openStart;
    const hits: number[] = [];
    for (let text = next(); text !== undefined; text = next()) {
      const length = text.length;
      if (openHash >= 0) this.#scanSeam(text, openHash, openStart);
      openHash = -1;
      this.#piece++;
      let i = 0;
      while (i < length) {
        let unit = text.charCodeAt(i);
        let letter = unit < 128 ? (letters[unit] as number) : wide[unit] || this.#letterOf(unit);
        if (letter <= overlooked) {
          i++;
          continue;
        }
        const start = i;
        let hash = letter;
        let isPlain = letter !== needsFolding;
        while (++i < length) {
          unit = text.charCodeAt(i);
          letter = unit < 128 ? (letters[unit] as number) : wide[unit] || this.#letterOf(unit);
          if (letter === separator) break;
          // `stepHash`, written out: a call for each letter is what this loop must not have.
          if (letter > needsFolding) hash = ((hash << 5) + hash + letter) & 0xffffff;
          else if (letter === needsFolding) isPlain = false;
        }
        if (i >= length) {
          openHash = hash;
          openStart = start;
        }
        if (isPlain) {
          const bit = (hash ^ (hash >>> 7) ^ (hash >>> 13)) & mask;
          if ((((filter[bit >>> 3] as number) >>> (bit & 7)) & 1) === 0) continue;
        }
        hits.push(start, i);
      }
      if (hits.length > 0) this.#readHits(text, hits);
    }
    this.#openHash = openHash;
    this.#openStart = openStart;
  }

  takePlaces(): number[] {
    const places = this.#places;
    if (places.length > 0) this.#places = [];
    return places;
  }

  /** Reads the words between the offsets, given in pairs, and notes those at which a name may stand; empties `hits`. */
  #readHits(text: string, hits: number[]): void {
    const cursor = this.#cursor;
    for (let hit = 0; hit < hits.length; hit += 2) {
      const end = hits[hit + 1] as number;
      for (let i = hits[hit] as number; i < end && nextWord(text, i, cursor) && cursor.start < end; ) {
        i = cursor.end;
        const { start } = cursor;
        if (this.#mayBegin(text, cursor)) this.#places.push(this.#piece, start);
      }
    }
    hits.length = 0;
  }

  /** Whether a name may stand at the word of `cursor`, which is moved on to the word behind it. */
  #mayBegin(text: string, cursor: WordCursor): boolean {
    const index = this.#index;
    const path = cursor.hash;
    const value = index.lookUp(path);
    if (value > 1 || (cursor.stemHash !== 0 && index.lookUp(cursor.stemHash) > 1)) return true;
    if (value !== 1) return false;
    // Behind a piece the page may hold text that is not seen: what its next word is, only the page knows.
    if (!nextWord(text, cursor.end, cursor)) return true;
    if (index.lookUp(joinHash(path, cursor.hash)) !== 0 || cursor.end >= text.length) return true;
    return cursor.stemHash !== 0 && index.lookUp(joinHash(path, cursor.stemHash)) > 1;
  }

  /**
   * The word that ended the last piece, begun at `start` with this hash, as it reads together with the beginning of `text`;
   * where a letter needs folding it is a place in any case.
   */
  #scanSeam(text: string, openHash: number, start: number): void {
    let hash = openHash;
    let i = 0;
    let letter = separator;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      letter = unit < 128 ? (asciiLetters[unit] as number) : this.#letterOf(unit);
      if (letter === separator || letter === needsFolding) break;
      if (letter !== overlooked) hash = ((hash << 5) + hash + letter) & 0xffffff;
    }
    if (i === 0 && letter === separator) return;
    const { filter } = this.#index;
    const bit = filterBit(hash, filter.length);
    const isHit = (((filter[bit >>> 3] as number) >>> (bit & 7)) & 1) === 1;
    // A word that fills the whole piece may run on into the next: the page shows what it is.
    if (isHit || letter === needsFolding || i >= text.length) this.#places.push(this.#piece, start);
  }

  #letterOf(unit: number): number {
    const known = this.#wideLetters[unit] as number;
    if (known !== unknown) return known;
    const letter = this.#classify(unit);
    this.#wideLetters[unit] = letter;
    return letter;
  }

  #classify(unit: number): number {
    if (unit === 0xa0 || isCommonSign(unit)) return separator;
    if (unit >= 0xd800 && unit < 0xe000) return needsFolding;
    if (isOverlooked(unit)) return overlooked;
    const wordClass = wordClassOf(unit);
    if (wordClass === 0 && !isUnspacedLetter(unit)) return separator;
    if (wordClass !== 1) return this.#index.hasOtherScripts ? needsFolding : separator;
    const folded = foldCharacter(unit);
    const letter = folded.charCodeAt(0);
    return folded.length === 1 && letter > needsFolding ? letter : needsFolding;
  }
}
