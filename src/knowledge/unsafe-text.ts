import { directionOverrides } from './text/character-classes.ts';

/**
 * Control characters other than tab and line ends, lone surrogates, and the characters that override the direction of
 * the following text: with them a name can be made to read as another (CVE-2021-42574, "Trojan Source"). Arabic and
 * Hebrew need none of them, and the plain direction marks (U+200E, U+200F, U+061C) stay allowed.
 */
const unsafeCharacter = new RegExp(`[^\\P{Cc}\\t\\n\\r]|\\p{Cs}|[${directionOverrides}]`, 'u');
const unsafeCharacters = new RegExp(unsafeCharacter, 'gu');

/** The first forbidden character, as `U+202E`; undefined if there is none. */
export function findUnsafeCharacter(text: string): string | undefined {
  const found = unsafeCharacter.exec(text)?.[0];
  return found === undefined ? undefined : codePointName(found);
}

/** Quotes a part of a pack, which is untrusted, in a message: shortened, with unsafe characters spelled out. */
export function quoteUntrusted(text: string, maxLength = 80): string {
  // Cut before and after spelling out: a megabyte need not be searched, and a control character becomes eight
  // characters.
  const spelled = text
    .slice(0, maxLength + 1)
    .replace(unsafeCharacters, (found) => `[${codePointName(found)}]`);
  return spelled.length > maxLength ? `${spelled.slice(0, maxLength - 1)}…` : spelled;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
