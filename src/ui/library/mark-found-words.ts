import Mark from 'mark.js';
import { limiters } from '../mark-names.ts';

/** The search parts words at every sign. */
const wordLimiters = [...limiters, ...'{}«»„`´\\|·•*#%&+=~^@_$€£§°¶†'];
/** A single typed letter finds hundreds of words; the first of them are enough to see why something was found. */
const mostWords = 16;

/** Marks the found words in the texts of a list of results, whatever their case and diacritics. */
export function markFoundWords(texts: readonly HTMLElement[], words: Iterable<string>): void {
  const wanted = [...new Set(words)].slice(0, mostWords);
  if (wanted.length === 0) return;
  new Mark(texts).mark(wanted, {
    element: 'mark',
    className: 'found',
    accuracy: { value: 'exactly', limiters: wordLimiters },
    diacritics: true,
    separateWordSearch: false,
  });
}
