import {
  countIn,
  findLiveNames,
  type LiveNames,
  readTexts,
  type SearchedText,
  searchText,
} from './find-name-places.ts';
import { foldText } from './fold-character.ts';
import { matchFoldedBefore, matchNameAt } from './match-name.ts';
import type { NameIndex, NamePattern, SearchableIndex } from './name-index.ts';
import { nextWord, type WordCursor } from './read-name-words.ts';
import { isWordEdge } from './word-edge.ts';

export interface NameMatch {
  /** Several entities may claim one spelling. */
  readonly nameIds: readonly number[];
  /** Half-open offsets into the text. */
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** About as many letters are read one by one in the time in which the browser searches a paragraph for one name. */
const lettersForSearch = 32;
/** The code that reads letter by letter is not even called for the first time where so few names could stand. */
const fewSearches = 24;

/**
 * Every name in `text`: leftmost, then longest, whole words, never overlapping; no rule judged yet.
 * Total, and linear in the text whatever the number of names.
 */
export function findNames(text: string, index: NameIndex): NameMatch[] {
  const present = new Set<string>();
  const read = readTexts([text], index.filter, present);
  const live = findLiveNames(present, index.filter, [read]);
  return live.places.size === 0 ? [] : findNamesOf(live, text, live.places.keys(), index);
}

/** The same where it is known which names could stand in the text, and with which words these begin. */
export function findNamesOf(
  live: LiveNames,
  text: string,
  firsts: Iterable<string>,
  index: NameIndex,
): NameMatch[] {
  const searchable = index as SearchableIndex;
  const searched = searchText(text);
  const found: Found[] = [];
  let searches = 0;
  for (const first of firsts) {
    for (const place of live.places.get(first) ?? []) {
      const id = searchable.nameAt(place);
      searches += 1;
      const isWorthSearching = searches < fewSearches || searches * lettersForSearch < text.length;
      if (isWorthSearching && searched && collectPlain(text, searched, id, searchable.pattern(id), found))
        continue;
      return chooseLeftmostLongest(collectFolded(text, live, searchable));
    }
  }
  return chooseLeftmostLongest(found);
}

/**
 * Has the browser search for a name.
 * @returns false where it stands in a spelling that only reading letter by letter finds.
 */
function collectPlain(
  text: string,
  { plain, folded }: SearchedText,
  id: number,
  pattern: NamePattern,
  found: Found[],
): boolean {
  // Other scripts may read otherwise when they are folded: Korean syllables are taken apart.
  if (!pattern.isAscii) return false;
  const { options } = pattern;
  const name = options.isExactCase ? pattern.folded.toLowerCase() : pattern.folded;
  let count = 0;
  for (let start = plain.indexOf(name); start >= 0; start = plain.indexOf(name, start + 1)) {
    count += 1;
    const before = plain.charCodeAt(start - 1);
    const after = plain.charCodeAt(start + name.length);
    // Between spaces, a comma or the text's ends it is plain to see, as most are: what is left to ask is case.
    const isPlain =
      (before === 0x20 || start === 0) && (after === 0x20 || after === 0x2c || Number.isNaN(after));
    const printed = text.slice(start, start + name.length);
    if (isPlain && (printed === pattern.folded || (!options.isExactCase && printed.toLowerCase() === name))) {
      found.push({ id, start, end: start + name.length });
    } else if (!isPlain || printed.toLowerCase() !== name) collectAt(text, start, id, pattern, found);
  }
  return folded === plain || countIn(folded, name) === count;
}

function collectAt(text: string, start: number, id: number, pattern: NamePattern, found: Found[]): void {
  if (!isWordEdge(text, start)) return;
  const end = matchNameAt(text, start, pattern.folded, pattern.options);
  if (end >= 0) found.push({ id, start, end });
}

/** Word by word, folding each. */
function collectFolded(text: string, live: LiveNames, index: SearchableIndex): Found[] {
  const found: Found[] = [];
  const cursor: WordCursor = { start: 0, end: 0 };
  while (nextWord(text, cursor.end, cursor)) {
    const word = foldText(text.slice(cursor.start, cursor.end));
    for (const place of live.places.get(word) ?? []) {
      const id = index.nameAt(place);
      const pattern = index.pattern(id);
      const start =
        pattern.prefix === '' ? cursor.start : matchFoldedBefore(text, cursor.start, pattern.prefix);
      if (start >= 0) collectAt(text, start, id, pattern, found);
    }
  }
  return found;
}

/** Of what overlaps the leftmost, and of those the longest; what several entities call alike is one match. */
function chooseLeftmostLongest(found: Found[]): NameMatch[] {
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const matches: { nameIds: number[]; start: number; end: number }[] = [];
  for (const { id, start, end } of found) {
    const last = matches.at(-1);
    if (last && start === last.start && end === last.end) {
      if (last.nameIds.at(-1) !== id) last.nameIds.push(id);
    } else if (!last || start >= last.end) {
      matches.push({ nameIds: [id], start, end });
    }
  }
  return matches;
}
