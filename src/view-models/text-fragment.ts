import { locateWords } from '../knowledge/text/locate-words.ts';

/** Longer quotations are given by their first and last words: some sites cut off very long addresses. */
const maxWholeTextLength = 120;
const wordsAtEachEnd = 6;

/**
 * The address of `text` on the page at `address` (https://wicg.github.io/scroll-to-text-fragment/). A browser that does
 * not support text fragments, or does not find the words, opens the page at its top.
 */
export function textFragmentAddress(address: string, text: string): string {
  const whole = text.trim().replace(/\s+/gu, ' ');
  const words = locateWords(whole);
  const firstEnd = words[wordsAtEachEnd - 1]?.end;
  const lastStart = words.at(-wordsAtEachEnd)?.start ?? 0;
  // The second must come after the first.
  const directive =
    whole.length <= maxWholeTextLength || firstEnd === undefined || lastStart <= firstEnd
      ? encodeDirective(whole)
      : `${encodeDirective(whole.slice(0, firstEnd))},${encodeDirective(whole.slice(lastStart))}`;
  const [page = address, fragment] = address.split('#', 2);
  return `${page}#${fragment ?? ''}:~:text=${directive}`;
}

/**
 * Hyphen, comma and ampersand have a meaning of their own in a directive, and `encodeURIComponent` does not encode the
 * first.
 */
function encodeDirective(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
