import { foldCharacter } from './fold-character.ts';
import { matchNameAt } from './match-name.ts';
import type { NameIndex, SearchableIndex } from './name-index.ts';
import { isWordEdge } from './word-edge.ts';

export interface NameMatch {
  /** Several entities may claim one spelling. */
  readonly nameIds: readonly number[];
  /** Half-open offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Every name in `text`: leftmost, then longest, whole words, never overlapping; no rule judged yet.
 * Total, and linear in the text whatever the number of names.
 */
export function findNames(text: string, index: NameIndex): NameMatch[] {
  const { byFirstCharacter } = index as SearchableIndex;
  const found: NameMatch[] = [];
  for (let start = 0; start < text.length; ) {
    const codePoint = text.codePointAt(start) as number;
    const width = codePoint > 0xffff ? 2 : 1;
    const first = foldCharacter(codePoint)[0];
    const candidates = first === undefined ? undefined : byFirstCharacter.get(first);
    let best = -1;
    let nameIds: number[] = [];
    if (candidates && isWordEdge(text, start)) {
      for (const { folded, indexed, options } of candidates) {
        const end = matchNameAt(text, start, folded, options);
        if (end < best || end < 0) continue;
        if (end > best) nameIds = [];
        best = end;
        nameIds.push(indexed.id);
      }
    }
    if (best < 0) start += width;
    else {
      found.push({ nameIds, start, end: best });
      start = best;
    }
  }
  return found;
}
