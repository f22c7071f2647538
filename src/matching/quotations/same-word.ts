import type { ComparedWord } from './read-words.ts';

/**
 * Whether two words are the same word, apart from tense, plural and spelling ("rein" and "reign", "colour"
 * and "color").
 */
export function sameWord(a: ComparedWord, b: ComparedWord): boolean {
  if (a.stem === b.stem) return true;
  if (!a.isContent || !b.isContent || a.number !== undefined || b.number !== undefined) return false;
  // "Mile" and "male".
  if (a.substance !== b.substance) return false;
  // A name has one spelling: Alpha is not Alphe.
  if (isNameLike(a) || isNameLike(b)) return false;
  return differByOneLetter(a.folded, b.folded);
}

function isNameLike({ isCapital, opensSentence }: ComparedWord): boolean {
  return isCapital && !opensSentence;
}

/**
 * One letter added, dropped or replaced, not the first: "legal" and "illegal", "sell" and "tell" are two
 * words.
 */
function differByOneLetter(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4 || long.length - short.length > 1 || short[0] !== long[0]) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
