/**
 * All that a page without names ever needs: the words with which names begin, and those that come second. Small enough to
 * lie in every page, and searched by the browser's own functions.
 */
export interface NameFilter {
  /** What follows each word, see `SecondWords`; '' for a word that only comes second. Words are folded. */
  readonly words: ReadonlyMap<string, SecondWords>;
  /** No name has a letter beyond ASCII once it is folded, so that all other letters only part words. */
  readonly isAscii: boolean;
}

/**
 * The place in the index's order of the first spelling that begins with the word, then for this and each following spelling
 * that does so its second word, or `onlyWord`; parted by spaces.
 */
type SecondWords = string;

export const onlyWord = '.';

/**
 * One line for each word, as text, which every message and every store of a browser carries as it is.
 * @param spellings the words of each spelling, folded, in the index's order: those with one first word beside each other.
 */
export function compileNameFilter(spellings: readonly (readonly string[])[]): string {
  const lines = new Map<string, string>();
  spellings.forEach(([first = '', second = onlyWord], place) => {
    lines.set(first, `${lines.get(first) ?? `${first} ${place}`} ${second}`);
  });
  for (const [, second] of spellings) {
    if (second !== undefined && !lines.has(second)) lines.set(second, second);
  }
  return [...lines.values()].join('\n');
}

/** Opens what `compileNameFilter` made; of any other text it makes a filter that finds nothing, or what is not there. */
export function openNameFilter(text: string): NameFilter {
  const words = new Map<string, SecondWords>();
  for (const line of text.split('\n')) {
    const end = line.indexOf(' ');
    if (end < 0) words.set(line, '');
    else words.set(line.slice(0, end), line.slice(end + 1));
  }
  return { words, isAscii: !/[\x80-\uffff]/.test(text) };
}
