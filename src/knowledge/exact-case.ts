import type { Name } from './pack-schema.ts';

/**
 * Whether a page must print the name in its exact case. Acronyms require it, and so do names with rules: an editor
 * writes rules where a name is also a common word ("Ring", "Zoom"), and there a lower-case spelling is the common word.
 */
export function isExactCase(name: Name): boolean {
  if (name.case !== undefined) return name.case === 'exact';
  return isAcronym(name.text) || Boolean(name.needs ?? name.unless ?? name.never);
}

/**
 * Two or more capitals and no small letter: FRVT, A.C.L.U. Two tests, because a single expression backtracks over long
 * rows of capitals.
 */
export function isAcronym(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}\P{Lu}*\p{Lu}/u.test(text);
}
