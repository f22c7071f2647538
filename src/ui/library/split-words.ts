import { foldWord } from '../../knowledge/fold-words.ts';

/** A word of a text, and where it stands in it. */
export interface PlacedWord {
  /** Whoever types "perchon" looks for Perchón. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and what is written over letters; everything else parts words, the apostrophe too (Amazon’s). */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** As they stand in the text, to the letter: what is found is shown there. */
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
