import { isAcronym, isExactCase } from '../../knowledge/exact-case.ts';
import type { Name } from '../../knowledge/pack-schema.ts';

/** How a name is compared with a page; fixed when the index is compiled. */
export interface NameOptions {
  readonly isExactCase: boolean;
  /** Whether an `s` (or `es`) may follow. */
  readonly canBePlural: boolean;
}

const hasLetter = /\p{L}/u;
const lastWordOf = /[\p{L}\p{M}\p{N}]+$/u;

/** Shorter single words may be common words, so "Ring" and "Zoom" have no plural "Rings", "Zooms". */
const minPluralWordLength = 5;
const minPluralAcronymLength = 3;

/** A name with rules is usually a common word as well, so it takes no plural and its case counts. */
export function optionsOf(name: Name): NameOptions {
  const hasRules = Boolean(name.needs ?? name.unless ?? name.never);
  return { isExactCase: isExactCase(name), canBePlural: !hasRules && endsLikeSingular(name.text) };
}

function endsLikeSingular(text: string): boolean {
  const lastWord = lastWordOf.exec(text)?.[0];
  if (!lastWord || !hasLetter.test(lastWord.at(-1) as string) || /s$/i.test(lastWord)) return false;
  if (isAcronym(text)) return lastWord.length >= minPluralAcronymLength;
  return lastWord !== text || lastWord.length >= minPluralWordLength;
}

/** After these letters English forms the plural with `es`; for folded words, which are lower case. */
export const endsInEsPlural = /(?:[sxz]|[cs]h)$/;

/** A folded name's words with the last one in the plural, in every form that `match-name.ts` accepts. */
export function pluralPaths(path: readonly string[]): string[][] {
  const last = path.at(-1) as string;
  const endings = endsInEsPlural.test(last) ? ['s', 'es'] : ['s'];
  return endings.map((ending) => [...path.slice(0, -1), last + ending]);
}
