import type { Name } from '../knowledge/pack-schema.ts';

/** How a name is compared with a page; fixed when the index is compiled. */
export interface NameOptions {
  readonly isExactCase: boolean;
  /** An `s` (or `es`) may follow. */
  readonly mayTakePlural: boolean;
}

const hasLetter = /\p{L}/u;
const isCapitals = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const lastWordOf = /[\p{L}\p{M}\p{N}]+$/u;

/** The shortest single word that is taken to be no common word: "Ring" and "Zoom" make no "Rings", "Zooms". */
const shortestPluralWord = 5;
const shortestPluralAcronym = 3;

/**
 * Case counts for acronyms, and for names that carry rules: an editor writes rules where a name is also
 * a common word ("Ring", "Zoom"), and there a lower-case spelling is the common word.
 * For the same reason such names take no plural.
 */
export function optionsOf(name: Name): NameOptions {
  const hasRules = Boolean(name.needs ?? name.unless ?? name.never);
  const isAcronym = isCapitals.test(name.text);
  const isExactCase = name.case === undefined ? isAcronym || hasRules : name.case === 'exact';
  return { isExactCase, mayTakePlural: !hasRules && endsLikeSingular(name.text, isAcronym) };
}

function endsLikeSingular(text: string, isAcronym: boolean): boolean {
  const lastWord = lastWordOf.exec(text)?.[0];
  if (!lastWord || !hasLetter.test(lastWord.at(-1) as string) || /s$/i.test(lastWord)) return false;
  if (isAcronym) return lastWord.length >= shortestPluralAcronym;
  return lastWord !== text || lastWord.length >= shortestPluralWord;
}

/** After these letters English forms its plural with `es`; for folded words, whose letters are small. */
export const takesEs = /(?:[sxz]|[cs]h)$/;
