import { apostrophes, foldCharacter, foldText, hyphens, quotationMarks } from './fold-character.ts';
import { type NameFilter, onlyWord } from './name-filter.ts';
import { wordsOf } from './read-name-words.ts';

/**
 * Where a name may stand, found without looking at any character ourselves: the browser's own functions fold, cut into words
 * and look up. On most pages most words begin no name, and a content script's code runs cold, where a loop over letters
 * costs more than all of this together (`docs/matching.md` has the measurements).
 *
 * 1. `readTexts` folds a stretch of the page and notes which words of names it has.
 * 2. `findLiveNames` asks of what the whole page has: which names could stand there?
 * 3. `placeNames` says where; only these places are then read exactly.
 */

/** A stretch of a page's text nodes, folded. */
export interface FoldedTexts {
  /** The texts in order, `seam` between them. */
  readonly folded: string;
  /** Words of names that run on over a seam: no search in `folded` finds them. */
  readonly seamWords: readonly { readonly word: string; readonly at: number }[];
}

/** Parts texts. A sign that pages hardly write; of one that does, the texts are read `withoutSeams`. */
export const seam = '\x7f';

const asciiWord = /[a-z0-9_]+/g;
const beyondAscii = /[\x80-\uffff]/;
/** Anything beyond ASCII that is no punctuation of Western texts. */
const beyondPunctuation = /[\u20d0-\uffff\xaa-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u209c]/;
/** What neither begins nor ends a word, nor is part of it: soft hyphens, joiners, diacritics; see `isOverlooked`. */
const overlooked =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: diacritics are meant each by itself.
  /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\xad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
/** Signs of Western texts that stand for several others, or for a full stop. */
const compoundSigns = /[\u2024-\u2026\u2034\u2037\u203c\u2047-\u2049\u2057]/;
/** These, and everything that folds to plain letters or digits; a test holds both expressions against `foldCharacter`. */
const foldable =
  /[\xaa\xb2\xb3\xb9\xba\xc0-\xd6\xd8-\xf6\xf8-\u0233\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d9c-\u1dbb\u1e00-\u1ef9\u2024-\u2026\u2034\u2037\u203c\u2047-\u2049\u2057\u2070-\u209c\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a-\u2134\u2139\u2145-\u2149\u2160-\u217f\u2460-\u2473\u24ea\u2c7c\u2c7d\u3251-\u325f\u32b1-\u32bf\ua7f1-\ua7f9\ufb00-\ufb06\ufe33\ufe34\ufe4d-\ufe4f\ufe50-\ufe6b\uff01-\uff65]|\ud801[\udf83-\udfa5]|\ud833[\udcf0-\udcf9]|\ud835[\udc00-\udfff]|\ud83e[\udff0-\udff9]/g;
/** Words that run on over a seam, with whatever runs on behind: which of their letters make a word only the page knows. */
const asciiRun = /\b[a-z0-9_]+\x7f[a-z0-9_\x7f]+/g;
/**
 * Made when it is needed: Unicode's classes take a millisecond to be compiled. In scripts without spaces every letter is a
 * word by itself, which no seam parts. What stands before the seam is looked back for, once a seam is found: the other way
 * round each letter of a text without spaces would begin a search through all that follow it.
 */
const makeWideRun = () =>
  /\x7f(?<=((?:(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr})[\p{L}\p{N}\p{M}_])+)\x7f)(?:(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr})[\p{L}\p{N}\p{M}_\x7f])+/gu;

/** Folds `texts` and adds to `present` those of their words that the filter knows. */
export function readTexts(texts: readonly string[], filter: NameFilter, present: Set<string>): FoldedTexts {
  const { words, isAscii } = filter;
  let folded = texts.join(seam).toLowerCase();
  if (beyondPunctuation.test(folded)) folded = isAscii ? foldAscii(folded) : foldText(folded);
  const cut = isAscii || !beyondAscii.test(folded) ? (folded.match(asciiWord) ?? []) : wordsOf(folded);
  // The browser calls its own `has`: no step of ours for any of a page's words.
  for (const word of new Set(cut.filter(words.has, words))) present.add(word);
  return { folded, seamWords: findSeamWords(folded, filter, present) };
}

/** Most runs hold no word of a name: they are read by the browser alone, and only once where they are alike. */
function findSeamWords(
  folded: string,
  { words, isAscii }: NameFilter,
  present: Set<string>,
): FoldedTexts['seamWords'] {
  const known = new Map<string, readonly { word: string; offset: number }[]>();
  const runs = isAscii ? folded.match(asciiRun) : Array.from(listRuns(folded, isAscii), ({ run }) => run);
  for (const run of new Set(runs)) {
    const found = joinWords(run.split(seam)).flatMap(({ joined, offset }) =>
      (isAscii ? [joined] : wordsOf(joined))
        .filter((word) => words.has(word))
        .map((word) => ({ word, offset })),
    );
    for (const { word } of found) present.add(word);
    if (found.length > 0) known.set(run, found);
  }
  if (known.size === 0) return [];
  return Array.from(listRuns(folded, isAscii)).flatMap(({ run, start }) =>
    (known.get(run) ?? []).map(({ word, offset }) => ({ word, at: start + offset })),
  );
}

function* listRuns(folded: string, isAscii: boolean): Generator<{ run: string; start: number }> {
  for (const { 0: matched, 1: before = '', index } of folded.matchAll(isAscii ? asciiRun : makeWideRun()))
    yield { run: before + matched, start: index - before.length };
}

/** Whether one of `count` texts has a seam of its own, so that places in `folded` do not lead back to their texts. */
export function hasStraySeam({ folded }: FoldedTexts, count: number): boolean {
  return folded.split(seam).length !== count;
}

/** The text with spaces for its seams: neither is part of a word. */
export function withoutSeams(text: string): string {
  return text.replaceAll(seam, ' ');
}

function foldAscii(small: string): string {
  return small
    .replace(overlooked, '')
    .replace(foldable, (character) => foldCharacter(character.codePointAt(0) as number));
}

/** No word of a name is longer; a page that sets a thousand letters apart is not read to the square. */
const longestWord = 40;

/** All words that neighbouring pieces of a run make together, each with the offset in the run at which it begins. */
function joinWords(pieces: readonly string[]): { joined: string; offset: number }[] {
  const words: { joined: string; offset: number }[] = [];
  let offset = 0;
  for (let first = 0; first < pieces.length; first++) {
    let joined = pieces[first] as string;
    const begun = offset;
    offset += joined.length + 1;
    if (joined === '') continue;
    const end = Math.min(pieces.length, first + longestWord);
    for (let next = first + 1; next < end && joined.length < longestWord; next++) {
      if (pieces[next] === '') continue;
      joined += pieces[next] as string;
      words.push({ joined, offset: begun });
    }
  }
  return words;
}

/** Names that could stand on a page, as far as their first two words tell. */
export interface LiveNames {
  /** Places in the index's order, by first word. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The second words of these names by their first; `onlyWord` where a name has one word only. */
  readonly seconds: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * @param present the words of names that the page has.
 * @param texts the page's texts, asked where a large pack has many names that begin with one word.
 */
export function findLiveNames(
  present: ReadonlySet<string>,
  filter: NameFilter,
  texts: readonly FoldedTexts[],
): LiveNames {
  const places = new Map<string, number[]>();
  const behind = new Map<string, Set<string>>();
  const shared: string[] = [];
  const add = (first: string, second: string, place: number) => {
    const known = places.get(first);
    if (known) known.push(place);
    else places.set(first, [place]);
    const seconds = behind.get(first);
    if (seconds) seconds.add(second);
    else behind.set(first, new Set([second]));
  };
  for (const first of present) {
    const seconds = filter.words.get(first);
    if (!seconds) continue;
    if (seconds.length > longList && filter.isAscii) {
      shared.push(first);
      continue;
    }
    const [start = '', ...words] = seconds.split(' ');
    for (let i = 0; i < words.length; i++) {
      const second = words[i] as string;
      if (second === onlyWord || present.has(second)) add(first, second, Number(start) + i);
    }
  }
  if (shared.length > 0) addNamesOfSharedWords(shared, present, filter, texts, add);
  return { places, seconds: behind };
}

/** Of a longer list of second words, some thirty names, it is not asked which are on the page, but what stands behind the first. */
const longList = 200;

function addNamesOfSharedWords(
  shared: readonly string[],
  present: ReadonlySet<string>,
  filter: NameFilter,
  texts: readonly FoldedTexts[],
  add: (first: string, second: string, place: number) => void,
): void {
  const split = new Set(texts.flatMap(({ seamWords }) => seamWords.map(({ word }) => word)));
  const followers = findFollowers(shared, texts);
  for (const first of shared) {
    const seconds = filter.words.get(first) as string;
    const [start = ''] = seconds.split(' ', 1);
    const list = `${seconds.slice(start.length)} `;
    // What is behind a word that runs on over a seam is not looked for: it may be any word of the page.
    const behind = split.has(first) ? present : (followers.get(first) ?? []);
    for (const second of new Set([onlyWord, ...split, ...behind])) {
      const wanted = ` ${second} `;
      for (let at = list.indexOf(wanted); at >= 0; at = list.indexOf(wanted, at + 1)) {
        add(first, second, Number(start) + list.slice(0, at).split(' ').length - 1);
      }
    }
  }
}

const wordsAtBegin = /\x7f[^a-z0-9_\x7f]*[a-z0-9_]+/g;

/** The words that stand right behind each of `firsts`; where a text ends with it, those that begin the next three: hidden text may part a name. */
function findFollowers(firsts: readonly string[], texts: readonly FoldedTexts[]): Map<string, Set<string>> {
  const followers = new Map<string, Set<string>>(firsts.map((first) => [first, new Set()]));
  const source = `\\b(${firsts.join('|')})\\b(?=[^a-z0-9_\\x7f]*([a-z0-9_]+|(?:\\x7f[^\\x7f]{0,200}){1,3}))`;
  for (const { folded } of texts) {
    for (const [, first = '', behind = ''] of folded.matchAll(new RegExp(source, 'g'))) {
      const known = followers.get(first);
      if (!behind.startsWith(seam)) known?.add(behind);
      else for (const begin of behind.match(wordsAtBegin) ?? []) known?.add(begin.replace(/[^a-z0-9_]+/, ''));
    }
  }
  return followers;
}

/** For each text in which a name may begin, as far as its first two words tell, the words with which one does. */
export function placeNames(
  { folded, seamWords }: FoldedTexts,
  { seconds }: LiveNames,
): Map<number, Set<string>> {
  const placed = new Map<number, Set<string>>();
  if (seconds.size === 0) return placed;
  const places = seamWords.filter(({ word }) => seconds.has(word));
  // One expression and not a search for each word: the page is gone through once, whatever the number of words.
  const anyFirst = makeFirstWord(
    seconds,
    seamWords.map(({ word }) => word),
  );
  for (let match = anyFirst.exec(folded); match; match = anyFirst.exec(folded)) {
    places.push({ word: match[0], at: match.index });
  }
  if (seamWords.length > 0) places.sort((a, b) => a.at - b.at);
  const texts = textsAt(
    folded,
    places.map(({ at }) => at),
  );
  for (const [i, { word }] of places.entries()) {
    const text = texts[i] as number;
    const known = placed.get(text);
    if (known) known.add(word);
    else placed.set(text, new Set([word]));
  }
  return placed;
}

/**
 * Finds first words behind which one of their second words stands, or where a text ends, whatever the next begins with:
 * hidden text may part a name. A second word that itself runs on over a seam is not seen by it, nor one beyond ASCII.
 */
function makeFirstWord(seconds: LiveNames['seconds'], seamWords: readonly string[]): RegExp {
  const firsts = [...seconds.keys()];
  if (firsts.some((first) => beyondAscii.test(first))) return makeWideWord(firsts);
  const searched = firsts.map((first) => {
    const behind = [...(seconds.get(first) as ReadonlySet<string>)];
    const isAnywhere = behind.some(
      (second) => second === onlyWord || seamWords.includes(second) || beyondAscii.test(second),
    );
    return isAnywhere ? first : `${first}(?=[^a-z0-9_\\x7f]*(?:\\x7f|$|(?:${behind.join('|')})\\b))`;
  });
  return new RegExp(`\\b(?:${searched.join('|')})\\b`, 'g');
}

/** Letters beyond ASCII have no edge that an expression knows: the longer of two words that begin alike must come first. */
function makeWideWord(words: readonly string[]): RegExp {
  const edge = (letter: string) => (beyondAscii.test(letter) ? '' : '\\b');
  const ranked = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(
    ranked.map((word) => edge(word.slice(0, 1)) + word + edge(word.slice(-1))).join('|'),
    'g',
  );
}

/** In which of the texts that were joined in `folded` each of the offsets lies; offsets ascend. */
export function textsAt(folded: string, offsets: readonly number[]): number[] {
  if (offsets.length === 0) return [];
  const texts = folded.split(seam);
  let text = 0;
  let end = (texts[0] as string).length;
  return offsets.map((offset) => {
    while (offset > end && text < texts.length - 1) {
      text += 1;
      end += 1 + (texts[text] as string).length;
    }
    return text;
  });
}

/** Small letters as they are in most texts: nothing in them has to be folded, and no space stands beside another. */
const plainText = /^[ -_a-~]*$/;
/** Without U+FEFF, which is white space by ECMAScript's reading and is overlooked. */
const space = /[^\S\ufeff]/g;
const spaces = /[^\S\ufeff]+/g;

/** A text as names are searched in it by the browser. */
export interface SearchedText {
  /** In small letters, with plain spaces and signs, letter for letter at the text's own offsets. */
  readonly plain: string;
  /** Folded altogether: where it holds a name more often than `plain` does, some spelling must be read letter by letter. */
  readonly folded: string;
}

/** @returns undefined where small letters stand at other offsets. */
export function searchText(text: string): SearchedText | undefined {
  const small = text.toLowerCase();
  if (plainText.test(small) && !small.includes('  ')) return { plain: small, folded: small };
  if (small.length !== text.length) return undefined;
  const plain = plainSigns(small.replace(space, ' '));
  const isOdd = beyondPunctuation.test(small) || compoundSigns.test(small);
  if (!isOdd && !plain.includes('  ')) return { plain, folded: plain };
  return { plain, folded: plainSigns((isOdd ? foldAscii(small) : small).replace(spaces, ' ')) };
}

function plainSigns(text: string): string {
  return text.replace(hyphens, '-').replace(apostrophes, "'").replace(quotationMarks, '"');
}

/** How often one text stands in another, overlaps counted. */
export function countIn(text: string, searched: string): number {
  let count = 0;
  for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + 1)) count += 1;
  return count;
}
