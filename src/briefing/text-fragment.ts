/** Longer quotations are named by their first and last words: a whole one makes addresses that some sites cut off. */
const longestWholeText = 120;
const wordsAtEachEnd = 6;

/**
 * The address of `text` on the page at `address` (https://wicg.github.io/scroll-to-text-fragment/).
 * A browser that does not know text fragments, or does not find the words, opens the page at its top.
 */
export function textFragmentAddress(address: string, text: string): string {
  const words = text.trim().split(/\s+/u);
  const whole = words.join(' ');
  const directive =
    whole.length <= longestWholeText || words.length <= 2 * wordsAtEachEnd
      ? encodeDirective(whole)
      : `${encodeDirective(words.slice(0, wordsAtEachEnd).join(' '))},${encodeDirective(words.slice(-wordsAtEachEnd).join(' '))}`;
  const [page = address, fragment] = address.split('#', 2);
  return `${page}#${fragment ?? ''}:~:text=${directive}`;
}

/** Hyphen, comma and ampersand have a meaning of their own in a directive, and `encodeURIComponent` leaves the first. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
