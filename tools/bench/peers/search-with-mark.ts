import Mark from 'mark.js';
import { exactWords } from './exact-words.ts';

/** Unmodified mark.js, text node by text node, or over the whole page's text. */
export function searchWithMark(root: Element, names: readonly string[], acrossElements = false): string[] {
  const found: string[] = [];
  new Mark(root as HTMLElement).mark([...names], {
    accuracy: exactWords,
    separateWordSearch: false,
    acrossElements,
    each: (element) => found.push(element.textContent ?? ''),
  });
  return found;
}
