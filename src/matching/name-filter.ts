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

const betweenLists = '\n\n';

/**
 * Three lists of lines, as text, which every message and every store of a browser carries as it is: first words, what follows
 * each of them, and words that only come second.
 * @param spellings the words of each spelling, folded, in the index's order: those with one first word beside each other.
 */
export function compileNameFilter(spellings: readonly (readonly string[])[]): string {
  const following = new Map<string, string>();
  spellings.forEach(([first = '', second = onlyWord], place) => {
    following.set(first, `${following.get(first) ?? place} ${second}`);
  });
  const seconds = new Set(spellings.flatMap(([, second]) => second ?? []));
  const onlySeconds = [...seconds].filter((word) => !following.has(word));
  const lists = [[...following.keys()], [...following.values()], onlySeconds];
  return lists.map((list) => list.join('\n')).join(betweenLists);
}

/** Opens what `compileNameFilter` made; of any other text it makes a filter that finds nothing, or what is not there. */
export function openNameFilter(text: string): NameFilter {
  const [firsts = [], following = [], onlySeconds = []] = text
    .split(betweenLists)
    .map((list) => list.split('\n'));
  const words = new Map<string, SecondWords>();
  for (let i = 0; i < firsts.length; i++) words.set(firsts[i] as string, following[i] ?? '');
  for (const word of onlySeconds) words.set(word, '');
  return { words, isAscii: !/[\x80-\uffff]/.test(text) };
}
