import { unspacedCharacters } from '../../knowledge/text/unspaced-characters.ts';

/** Half-open offsets of a name in a text. */
export interface LocatedName {
  readonly start: number;
  readonly end: number;
}

/**
 * Characters that continue a name: letters and digits, except in scripts without spaces, and signs of longer names
 * (AT&T, C++).
 */
const continuation = `(?![${unspacedCharacters}])[\\p{L}\\p{N}\\p{M}\\p{Sc}&@#+*%_=^~|\\\\]`;
const continuationBefore = new RegExp(`(?:${continuation})$`, 'u');
const continuationAfter = new RegExp(`^(?:${continuation})`, 'u');
const unspaced = new RegExp(`^[${unspacedCharacters}]$`, 'u');

/**
 * Prepares finding an entity's names in quotations. Matches the same letters in the same case (ICE is not ice), or with
 * a capital at the beginning of a sentence, or with the other apostrophe. Matches whole words, the longest name first.
 * `longerNames` belong to other entities: they and everything inside them are skipped.
 *
 * @returns a function that finds the names in a text, in order, without overlaps
 */
export function prepareNames(
  names: readonly string[],
  longerNames: readonly string[],
): (text: string) => readonly LocatedName[] {
  const own = spell(names);
  const others = spell(longerNames.filter((name) => !names.includes(name)));
  return (text) => {
    const taken = new Uint8Array(text.length);
    locateSpellings(text, others, taken);
    return locateSpellings(text, own, taken).sort((a, b) => a.start - b.start);
  };
}

/** Longest first, so that none overlaps another. @param taken not 0 where something was found; updated here */
function locateSpellings(text: string, spellings: readonly string[], taken: Uint8Array): LocatedName[] {
  const places: LocatedName[] = [];
  for (const spelling of spellings) {
    for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + 1)) {
      const place = { start, end: start + spelling.length };
      if (taken.subarray(start, place.end).includes(1) || !isWhole(text, place)) continue;
      taken.fill(1, start, place.end);
      places.push(place);
    }
  }
  return places;
}

function isWhole(text: string, { start, end }: LocatedName): boolean {
  const [first = '', last = ''] = [text.charAt(start), text.charAt(end - 1)];
  const isWholeBefore =
    unspaced.test(first) || !continuationBefore.test(text.slice(Math.max(0, start - 2), start));
  return isWholeBefore && (unspaced.test(last) || !continuationAfter.test(text.slice(end, end + 2)));
}

function spell(names: readonly string[]): string[] {
  const spellings = new Set(names.flatMap(typeset).flatMap((name) => [name, capitalise(name)]));
  return [...spellings].filter((one) => one !== '').sort((a, b) => b.length - a.length);
}

/** A pack writes one kind of apostrophe, and each outlet prints its own. */
function typeset(name: string): string[] {
  return [name, name.replaceAll('’', "'"), name.replaceAll("'", '’')];
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
