import { diffWordsWithSpace } from 'diff';
import { nameCharacter, spellOut } from './name-character.ts';

export interface Difference {
  /** The words around the first difference, in the article; invisible characters are named. */
  readonly article: string;
  /** The same in the pack. */
  readonly pack: string;
  /** A sentence that describes the difference. */
  readonly sentence: string;
  /** Where in the words of the article the difference begins. */
  readonly offset: number;
}

/** Characters shown before and after a difference. */
const contextLength = 25;
/** Maximum number of characters shown of the difference. */
const maxShownLength = 60;
/** Maximum number of characters in a difference that are named one by one. */
const maxNamedLength = 3;

/**
 * The first difference between the two texts.
 * @param article words of the article; surplus words at either end are ignored
 */
export function describeDifference(article: string, pack: string): Difference {
  const places = listPlaces(article, pack)
    .map(trimSurplus)
    .filter(({ article, pack }) => article !== pack);
  const [first = { before: '', article, pack, after: '', offset: 0 }] = places;
  const show = (words: string) =>
    spellOut(`${shortenStart(first.before)}${shorten(words)}${shortenEnd(first.after)}`);
  // Spaces around different words are not worth reporting.
  const isOfWords = hasWord.test(first.article + first.pack) && trim(first.article) !== trim(first.pack);
  const bare = (words: string) => (isOfWords ? trim(words) : words);
  const [there, here] = [quote(bare(first.article)), quote(bare(first.pack))];
  const which = places.length > 1 ? `The first of ${places.length} differences` : 'The difference';
  return {
    article: show(first.article),
    pack: show(first.pack),
    sentence: `${which}: ${there} there, ${here} here${nameDifference(first)}.`,
    offset: first.offset,
  };
}

/** Two runs of words at the same place. */
interface Place {
  readonly before: string;
  readonly article: string;
  readonly pack: string;
  readonly after: string;
  readonly offset: number;
}

function listPlaces(article: string, pack: string): Place[] {
  const places: Place[] = [];
  let before = '';
  let open: { article: string; pack: string; offset: number } | undefined;
  let offset = 0;
  const changes = diffWordsWithSpace(article, pack);
  for (const [i, { value, added, removed }] of changes.entries()) {
    // Two changes separated only by a space are one: otherwise words would be matched by their spaces.
    const isEnd = changes.slice(i + 1).every((later) => later.removed);
    const joins = open !== undefined && !isEnd && !hasWord.test(value);
    if (added || removed || joins) {
      open ??= { article: '', pack: '', offset };
      if (!added) open.article += value;
      if (!removed) open.pack += value;
    } else {
      if (open) places.push({ before, ...open, after: value });
      open = undefined;
      before = value;
    }
    if (!added) offset += value.length;
  }
  if (open) places.push({ before, ...open, after: '' });
  return places;
}

const hasWord = /[\p{L}\p{N}]/u;

/** At either end only as many words of the article count as the pack has there. */
function trimSurplus(place: Place): Place {
  const { before, article, pack, after, offset } = place;
  if (before !== '' && after !== '') return place;
  const wordCount = pack.match(/\S+/g)?.length ?? 0;
  const words = [...article.matchAll(/\S+/g)];
  if (before === '') {
    const start = wordCount === 0 ? article.length : (words.at(-wordCount)?.index ?? 0);
    return { ...place, article: wordCount === 0 ? pack : article.slice(start), offset: offset + start };
  }
  const last = words[wordCount - 1];
  if (wordCount > 0 && last === undefined) return place;
  const end = last ? last.index + last[0].length : 0;
  const isWord = hasWord.test(pack);
  return { ...place, article: last ? article.slice(0, isWord ? end : Math.min(end, pack.length)) : pack };
}

/** Names characters that look alike: `: U+2019 RIGHT SINGLE QUOTATION MARK, not U+0027 APOSTROPHE`. */
function nameDifference({ article, pack }: Place): string {
  const [there, here] = withoutCommonEnds([...article], [...pack]);
  if (there.length > maxNamedLength || here.length > maxNamedLength) return '';
  if (/^[A-Za-z0-9]*$/.test([...there, ...here].join(''))) return '';
  const name = (characters: readonly string[]) => characters.map(nameCharacter).join(' + ');
  if (here.length === 0) return `: ${name(there)} is missing here`;
  if (there.length === 0) return `: ${name(here)} is too much here`;
  return `: ${name(there)}, not ${name(here)}`;
}

function withoutCommonEnds(a: string[], b: string[]): [string[], string[]] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function trim(words: string): string {
  return words.replace(/^ +| +$/g, '');
}

function quote(words: string): string {
  return words === '' ? 'nothing' : `“${spellOut(shorten(words))}”`;
}

/** Cut in the middle: the difference may be at either end. */
function shorten(words: string): string {
  if (words.length <= maxShownLength) return words;
  return `${words.slice(0, maxShownLength / 2)} … ${words.slice(-maxShownLength / 2)}`;
}

function shortenStart(words: string): string {
  return words.length > contextLength ? `…${words.slice(-contextLength)}` : words;
}

function shortenEnd(words: string): string {
  return words.length > contextLength ? `${words.slice(0, contextLength)}…` : words;
}
