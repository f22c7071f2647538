import type { Speaker } from '../text/article.ts';

/**
 * Whether two attributions name one person. `unknown` if either is missing, not certain, or only a surname or
 * pronoun that the article does not explain, and if they share only a surname.
 */
export function compareSpeakers(a: Speaker | null, b: Speaker | null): 'same' | 'other' | 'unknown' {
  const [ours, theirs] = [nameWords(a), nameWords(b)];
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  if (ours.at(-1) !== theirs.at(-1)) {
    const areFull = a?.fullName !== undefined && b?.fullName !== undefined;
    return areFull && !ours.some((word) => theirs.includes(word)) ? 'other' : 'unknown';
  }
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

function nameWords(speaker: Speaker | null): string[] {
  if (!speaker?.isCertain) return [];
  const words = (speaker.fullName ?? speaker.text).match(nameWord) ?? [];
  return words.map((word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}|['’]s?$/gu, '')
      .toLowerCase(),
  );
}
