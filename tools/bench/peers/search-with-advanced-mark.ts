import Mark from 'advanced-mark.js';
import { exactWords } from './exact-words.ts';

export function searchWithAdvancedMark(root: Element, names: readonly string[]): string[] {
  const found: string[] = [];
  new Mark(root as HTMLElement).mark([...names], {
    accuracy: exactWords,
    separateWordSearch: false,
    each: (element: Element) => found.push(element.textContent ?? ''),
  });
  return found;
}
