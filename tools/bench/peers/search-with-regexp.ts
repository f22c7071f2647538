import { visitTexts } from './visit-texts.ts';

/** One regular expression of all names, longest first, text node by text node. */
export function searchWithRegExp(root: Element, names: readonly string[]): string[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  const found: string[] = [];
  visitTexts(root, (text) => {
    for (const { 0: name } of text.matchAll(expression)) found.push(name);
  });
  return found;
}
