import { sentenceNumber } from '../../matching/text/split-sentences.ts';
import type { TextSpan } from '../text/article.ts';
import { isFunctionWord, titles } from '../text/phrase-words.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';

export interface FullNames {
  /** The fullest name in the article that can only be the printed one; undefined if there is none, or several. */
  fullNameOf(printed: string): string | undefined;
  /**
   * Whom "he" or "she" at an offset refers to: the last speaker quoted by name, if nobody else is named since
   * the previous paragraph.
   */
  referentOf(pronoun: string, at: number): string | undefined;
}

interface Person {
  readonly name: string;
  readonly words: readonly string[];
  /** "Mr. Obama" */
  readonly isTitled: boolean;
}

const namePattern =
  /(?<![\p{L}\p{N}’'.-])\p{Lu}(?:[\p{L}\p{M}]+|\.)(?:[’'-]\p{Lu}?[\p{L}\p{M}]+|\p{Lu}?\.)*(?:[ \u00a0](?:(?:de|la|von|van|der|den|bin|ibn|al|el|del|di|du|dos|da|le)[ \u00a0])*\p{Lu}(?:[\p{L}\p{M}]+|\.)(?:[’'-]\p{Lu}?[\p{L}\p{M}]+|\p{Lu}?\.)*)*/gu;
const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** Capitalised words that precede a surname and are not first names. */
const noFirstName =
  /^(?:Team|Candidate|Crooked|Vice|Ex-|Anti-|Pro-|Never|Republican|Democratic|Democrat|Republicans|Democrats|American|President-elect|Campaign|Miss|Saint|Camp|Party|Gop|GOP)/;

/**
 * Collects the full names in an article.
 * @param masked its text with the quotations masked, so that only the outlet's own words name people
 * @param speakers where attributions name somebody, in order
 */
export function findFullNames(text: string, masked: string, speakers: readonly TextSpan[]): FullNames {
  const paragraphs = placeParagraphs(text);
  const starts = paragraphs.map(({ start }) => start);
  const bySurname = new Map<string, Person[]>();
  const seen = new Set<string>();
  for (const person of readPersons(text)) {
    const { name, words } = person;
    if (words.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const surname = words.at(-1) as string;
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
  }
  const fullNameOf = (printed: string): string | undefined => {
    const words = wordsOfName(printed);
    const surname = words.at(-1);
    if (surname === undefined) return undefined;
    const known = bySurname.get(surname) ?? [];
    const fitting = known.filter((person) => words.length === 1 || person.words[0] === words[0]);
    const firsts = new Set(fitting.map((person) => person.words[0]));
    if (firsts.size > 1) return undefined;
    return longest([...fitting.map(({ name }) => name), ...(words.length > 1 ? [words.join(' ')] : [])]);
  };
  return {
    fullNameOf,
    referentOf(pronoun, at) {
      if (!/^s?he$/i.test(pronoun)) return undefined;
      const from = paragraphs[Math.max(0, sentenceNumber(starts, at) - 1)]?.start ?? 0;
      const speaker = speakers.findLast((span) => span.start >= from && span.end <= at);
      const referent = speaker && fullNameOf(text.slice(speaker.start, speaker.end));
      // The pronoun may refer to anybody else who is named there, even "Mr. Obama" without a first name.
      const others = readPersons(masked.slice(from, at)).filter(({ words, name, isTitled }) => {
        const isPerson = words.length > 1 || isTitled || bySurname.has(words.at(-1) as string);
        return isPerson && fullNameOf(name) !== referent;
      });
      return others.length === 0 ? referent : undefined;
    },
  };
}

function readPersons(text: string): Person[] {
  return Array.from(text.matchAll(namePattern), ([name]) => {
    const words = wordsOfName(name);
    const isTitled = titles.has(name.split(/[ \u00a0]/)[0] as string);
    return { name: words.join(' '), words, isTitled };
  }).filter(({ words }) => words.length > 0 && words.length < 6 && !noFirstName.test(words[0] as string));
}

/** "Sen. Bernie Sanders’s" is Bernie, Sanders: without titles, words that open sentences, possessives, "Jr." */
function wordsOfName(name: string): string[] {
  const words = name.replace(/[’']s$/, '').split(/[ \u00a0]/);
  let first = 0;
  for (const [n, word] of words.entries()) {
    const isBefore =
      titles.has(word) || isFunctionWord(word) || noFirstName.test(word) || /[’']s$|^[^.]{3,}\.$/.test(word);
    if (n < words.length - 1 && isBefore) first = n + 1;
  }
  return words.slice(first).filter((word) => !suffix.test(word));
}

function longest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );
}
