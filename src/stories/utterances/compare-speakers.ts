import type { Speaker } from '../text/article.ts';
import { pronouns } from '../text/phrase-words.ts';

/**
 * Whether two attributions mean one person: `same` if they most likely do, `other` only if both are certain.
 * `unknown` if either is missing, or only a surname, pronoun or description that the article does not explain.
 */
export function compareSpeakers(a: Speaker | null, b: Speaker | null): 'same' | 'other' | 'unknown' {
  const likely = compareNames(a?.likelyName, b?.likelyName);
  if (likely === 'same') return 'same';
  return a?.isCertain && b?.isCertain ? compareNames(a.fullName, b.fullName) : 'unknown';
}

/** Whether both are printed as names, even by a rule that is not certain, and as two people's. */
export function areNamedApart(a: Speaker | null, b: Speaker | null): boolean {
  const areNames = [a, b].every((speaker) => speaker && isName(speaker));
  return areNames && compareNames(a?.likelyName, b?.likelyName) === 'other';
}

function isName({ text }: Speaker): boolean {
  return /^\p{Lu}/u.test(text) && !pronouns.has(text.toLowerCase());
}

/** Whether two names are one person's. `unknown` if either is missing, or they have only a surname in common. */
export function compareNames(a: string | undefined, b: string | undefined): 'same' | 'other' | 'unknown' {
  const [ours, theirs] = [nameWords(a), nameWords(b)];
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  if (ours.at(-1) !== theirs.at(-1)) return ours.some((word) => theirs.includes(word)) ? 'unknown' : 'other';
  const given = ours.slice(0, -1);
  const others = theirs.slice(0, -1);
  if (given.length === 0 || others.length === 0) return 'same';
  if (given.some((word) => others.includes(word))) return 'same';
  // Mary and Dick Cheney; but Tim and Timothy, Mike and Michael Murray. Some names are preceded by titles.
  const areBare = given.length === 1 && others.length === 1;
  return areBare && given[0]?.[0] !== others[0]?.[0] ? 'other' : 'same';
}

/** Capitalised words of a name, without initials. */
const nameWord = /\p{Lu}[\p{L}\p{M}'’-]+/gu;

function nameWords(name: string | undefined): string[] {
  const words = name?.match(nameWord) ?? [];
  return words.map((word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}|['’]s?$/gu, '')
      .toLowerCase(),
  );
}
