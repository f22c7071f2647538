import { findHits } from './find-hits.ts';
import type { StatementIndex } from './statement-index.ts';

/** The shortest text that can hold a pair of long words. */
export const shortestText = 11;

/**
 * Offsets in `text` near which a statement's words stand, ascending: never empty where `findTraces` finds something.
 * For texts whose blocks are joined, too, so that a page is looked through in a few calls and only the blocks at these
 * offsets are read.
 */
export function findTraceCandidates(text: string, index: StatementIndex): number[] {
  if (text.length < shortestText) return [];
  return findHits(text, index).map(({ at }) => at);
}
