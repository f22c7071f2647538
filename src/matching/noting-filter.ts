import type { NameFilter } from './name-filter.ts';

/**
 * A filter that knows no word, but is told of each word it is asked for: so that a page's words are read in the one way in which
 * names are found by them.
 */
export function makeNotingFilter(isAscii: boolean, note: (word: string) => void): NameFilter {
  const has = (word: string): boolean => {
    note(word);
    return false;
  };
  return { words: Object.assign(new Map<string, string>(), { has }), isAscii };
}
