import type { NameException } from '../../knowledge/name-exception.ts';
import { foldContext } from '../text/fold-context.ts';
import { beginsWithWord, compileWords, endsWithWord, type WordList } from '../text/word-list.ts';

/** Half-open offsets. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Whether `text` from `start` to `end` is, under this name, not a mention of the name's entity. */
export type IsExcepted = (
  text: string,
  place: Place,
  name: { readonly entity: string; readonly text: string },
) => boolean;

/**
 * Wider than any exception of the reader, with a margin for the white space of indented pages; a block may be
 * a whole book.
 */
const besideLength = 1_000;

const signs = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** Compiles the reader's exceptions; undefined if there are none, to skip the check. */
export function compileExceptions(exceptions: readonly NameException[]): IsExcepted | undefined {
  if (exceptions.length === 0) return undefined;
  /** For each name of an entity, the words beside which it is excepted; null if it always is. */
  const byName = new Map<string, (WordList | null)[]>();
  for (const { entity, name, beside } of exceptions) {
    const key = keyOf(entity, name);
    // Signs at the ends do not count, and a `*` would make the word a prefix.
    const words = beside === undefined ? null : compileWords([beside.replace(signs, '')]);
    byName.set(key, [...(byName.get(key) ?? []), words]);
  }
  return (text, place, name) => {
    const noted = byName.get(keyOf(name.entity, name.text));
    if (noted === undefined) return false;
    return noted.some((words) => words === null || isBeside(text, place, words));
  };
}

/**
 * The words right before and after a place, at most two each, to show the reader the name's context. Empty at
 * the start or end of the text.
 */
export function wordsBeside(text: string, place: Place) {
  const { before, after } = readAround(text, place);
  return { before: before.match(lastWords)?.[0] ?? '', after: after.match(firstWords)?.[0] ?? '' };
}

const oneWord = "[\\p{L}\\p{N}\\p{M}]+(?:['.-][\\p{L}\\p{N}\\p{M}]+)*";
// More words make an exception narrower than the reader means; fewer exclude true mentions.
const firstWords = new RegExp(`^${oneWord}(?: ${oneWord})?`, 'u');
const lastWords = new RegExp(`(?:${oneWord} )?${oneWord}$`, 'u');

function isBeside(text: string, place: Place, words: WordList): boolean {
  const { before, after } = readAround(text, place);
  return endsWithWord(before, words) || beginsWithWord(after, words);
}

/** The text on both sides as rules read it, without the signs right beside the place: "Amazon" (the river). */
function readAround(text: string, { start, end }: Place) {
  return {
    before: foldContext(text.slice(Math.max(0, start - besideLength), start)).replace(signs, ''),
    after: foldContext(text.slice(end, end + besideLength)).replace(signs, ''),
  };
}

function keyOf(entity: string, name: string): string {
  return `${entity}\n${name}`;
}
