import AhoCorasick from 'ahocorasick';
import { visitTexts } from './visit-texts.ts';

const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * The npm package ignores neither case nor word parts: the text is lower-cased, and matches inside words are dropped.
 */
export function searchWithAhoCorasick(root: Element, names: readonly string[]): string[] {
  const automaton = new AhoCorasick([...new Set(names.map((name) => name.toLowerCase()))]);
  const found: string[] = [];
  visitTexts(root, (text) => {
    let taken = 0;
    for (const [last, ends] of automaton.search(text.toLowerCase())) {
      const longest = ends.reduce((a, b) => (a.length >= b.length ? a : b));
      const start = last + 1 - longest.length;
      const isWord =
        !wordCharacter.test(text[start - 1] ?? ' ') && !wordCharacter.test(text[last + 1] ?? ' ');
      if (!isWord || start < taken) continue;
      taken = last + 1;
      found.push(text.slice(start, last + 1));
    }
  });
  return found;
}
