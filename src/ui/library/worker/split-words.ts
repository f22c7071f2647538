import { foldWord } from '../../../knowledge/name-checks/fold-words.ts';
import { defaultIgnorable } from '../../../knowledge/text/character-classes.ts';
import { limitMarks } from '../../../knowledge/text/limit-marks.ts';
import { locateScripts } from '../../../knowledge/text/locate-words.ts';

/**
 * The indexed terms. Scripts with spaces: words, also split at the apostrophe (Amazon’s). Scripts without: single
 * characters, so that any substring is found, wherever a dictionary would split it.
 */

/** Letters, digits, combining marks, and invisible characters. */
const word = new RegExp(`[\\p{L}\\p{N}\\p{M}${defaultIgnorable}]+`, 'gu');
/** A character with its marks, including those that half-width kana have as separate letters. */
const character = new RegExp(`.[\\p{M}${defaultIgnorable}\\uff9e\\uff9f]*`, 'gsu');
const ignorable = new RegExp(`${defaultIgnorable}+`, 'gu');

interface FoldedPart {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly isUnspaced: boolean;
}

/** The words, and the runs without spaces, of a text; half-open offsets. */
function* locateParts(text: string): Generator<FoldedPart> {
  for (const { 0: found, index } of text.matchAll(word)) {
    for (const { start, end, isUnspaced } of locateScripts(found)) {
      const folded = foldPart(found.slice(start, end), isUnspaced);
      if (folded !== '') yield { folded, start: index + start, end: index + end, isUnspaced };
    }
  }
}

/** "perchon" finds Perchón, but a mark on kana or a Thai letter makes a different one. */
function foldPart(written: string, isUnspaced: boolean): string {
  const seen = written.replace(ignorable, '');
  return isUnspaced ? limitMarks(seen).normalize('NFKC').toLowerCase() : foldWord(seen);
}

/** The terms of a text, folded; each character once. */
export function splitTerms(text: string): string[] {
  const words: string[] = [];
  const characters = new Set<string>();
  for (const { folded, isUnspaced } of locateParts(text)) {
    if (!isUnspaced) words.push(folded);
    else for (const one of folded.match(character) ?? []) characters.add(one);
  }
  return [...words, ...characters];
}

/** The whole text folded, for comparing names; empty if it has neither letter nor digit. */
export function foldSearchText(text: string): string {
  return Array.from(locateParts(text), ({ folded }) => folded).join(' ');
}

/** A text folded for finding a query's runs in it. */
export function foldUnspaced(text: string): string {
  return foldPart(text, true);
}

/** The folded runs of a query in scripts without spaces: a text must contain each as typed. */
export function listUnspaced(query: string): string[] {
  return [...locateParts(query)].flatMap(({ folded, isUnspaced }) => (isUnspaced ? folded : []));
}

/**
 * The places of the found words in `text`, ascending, without overlaps. @param found folded words, and folded runs
 * without spaces
 */
export function findWords(text: string, found: ReadonlySet<string>): FoldedPart[] {
  const places: FoldedPart[] = [];
  for (const part of locateParts(text)) {
    if (!part.isUnspaced) {
      if (found.has(part.folded)) places.push(part);
    } else {
      places.push(...findWithin(text, part, found));
    }
  }
  return places;
}

/** The found runs inside a run without spaces, the longest if several start at one place. */
function findWithin(text: string, piece: FoldedPart, found: ReadonlySet<string>): FoldedPart[] {
  const wanted = [...found].filter((one) => piece.folded.includes(one)).sort((a, b) => b.length - a.length);
  const longest = wanted[0]?.length ?? 0;
  if (longest === 0) return [];
  const { start, end } = piece;
  const characters = Array.from(text.slice(start, end).matchAll(character), ({ 0: one, index }) => ({
    folded: foldPart(one, true),
    start: start + index,
    end: start + index + one.length,
  }));
  const places: FoldedPart[] = [];
  for (let i = 0; i < characters.length; i += 1) {
    const first = characters[i] as (typeof characters)[number];
    const rest = characters.slice(i, i + longest);
    const letters = rest.map(({ folded }) => folded).join('');
    const match = wanted.find((one) => letters.startsWith(one));
    if (match === undefined) continue;
    let last = first;
    let reached = first.folded.length;
    while (reached < match.length) {
      i += 1;
      last = characters[i] as (typeof characters)[number];
      reached += last.folded.length;
    }
    places.push({ folded: match, start: first.start, end: last.end, isUnspaced: true });
  }
  return places;
}
