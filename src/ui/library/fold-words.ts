/** A word of a text, and where it stands in it. */
export interface PlacedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and what is written over letters; everything else parts words, the apostrophe too (Amazon’s). */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** One word without case and diacritics: whoever types "perchon" looks for Perchón. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

export function splitWords(text: string): string[] {
  return text.match(word) ?? [];
}

export function placeWords(text: string): PlacedWord[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    folded: foldWord(found),
    start: index,
    end: index + found.length,
  }));
}

/** The whole of a text as folded words, for asking whether two say the same name. */
export function foldText(text: string): string {
  return splitWords(text).map(foldWord).join(' ');
}
