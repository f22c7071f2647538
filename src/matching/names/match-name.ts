import { isPartOfAddress } from '../text/address.ts';
import { isCommonSign } from '../text/common-characters.ts';
import { foldCharacter, foldKeepingCase } from '../text/fold-character.ts';
import { isWordEdge } from '../text/word-edge.ts';
import { endsInEsPlural, type NameOptions } from './name-options.ts';

/**
 * Where `folded` (a folded name, with case if `keepCase`) ends if it matches the unfolded `text` at `start`;
 * -1 if it does not. Ignorable characters after the last letter belong to the match only if they are its
 * diacritics, which no edge may cut off.
 */
function matchFolded(text: string, start: number, folded: string, keepCase: boolean): number {
  const plain = text.slice(start, start + folded.length);
  // Most matches need only case folding, which is native.
  if ((keepCase ? plain : plain.toLowerCase()) === folded) return skipMarks(text, start + folded.length);
  const fold = keepCase ? foldKeepingCase : foldCharacter;
  let matched = 0;
  let i = start;
  let isAfterSpace = false;
  while (matched < folded.length) {
    if (i >= text.length) return -1;
    const codePoint = text.codePointAt(i) as number;
    const next = fold(codePoint);
    i += codePoint > 0xffff ? 2 : 1;
    if (next === '' || (next === ' ' && isAfterSpace)) continue;
    isAfterSpace = next === ' ';
    if (!folded.startsWith(next, matched)) return -1;
    matched += next.length;
  }
  return skipMarks(text, i);
}

const mark = /^(?!\p{Me})\p{M}$/u;

function skipMarks(text: string, offset: number): number {
  let i = offset;
  while (i < text.length) {
    const codePoint = text.codePointAt(i) as number;
    if (codePoint < 0x300 || isCommonSign(codePoint) || !mark.test(String.fromCodePoint(codePoint))) break;
    i += codePoint > 0xffff ? 2 : 1;
  }
  return i;
}

/**
 * Where the name ends if it is at `start`, as whole words and not part of an address; else -1. `start` itself
 * must be a word edge. A plural ending belongs to the name, a possessive does not.
 */
export function matchNameAt(text: string, start: number, folded: string, options: NameOptions): number {
  const end = matchFolded(text, start, folded, options.isExactCase);
  if (end < 0) return -1;
  const wordEnd = isWordEdge(text, end) ? end : options.canBePlural ? endOfPlural(text, end, folded) : -1;
  return wordEnd < 0 || isPartOfAddress(text, start, wordEnd) ? -1 : wordEnd;
}

function endOfPlural(text: string, end: number, folded: string): number {
  for (const ending of endsInEsPlural.test(folded.toLowerCase()) ? ['es', 'ES', 's', 'S'] : ['s', 'S']) {
    const pluralEnd = matchFolded(text, end, ending, true);
    if (pluralEnd >= 0 && isWordEdge(text, pluralEnd)) return pluralEnd;
  }
  return -1;
}

/**
 * Where a folded piece of a name starts that ends at `end` of the unfolded `text`; -1 if the text differs.
 * The reverse of `matchFolded`, for what precedes the word by which a name was looked up.
 */
export function matchFoldedBefore(text: string, end: number, folded: string): number {
  let left = folded.length;
  let i = end;
  let isBeforeSpace = false;
  while (left > 0) {
    if (i <= 0) return -1;
    const unit = text.charCodeAt(i - 1);
    const isPair = unit >= 0xdc00 && unit < 0xe000 && i > 1 && (text.codePointAt(i - 2) as number) > 0xffff;
    i -= isPair ? 2 : 1;
    const next = foldCharacter(text.codePointAt(i) as number);
    if (next === '' || (next === ' ' && isBeforeSpace)) continue;
    isBeforeSpace = next === ' ';
    if (!folded.endsWith(next, left)) return -1;
    left -= next.length;
  }
  return i;
}
