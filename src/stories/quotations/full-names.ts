import { sentenceNumber, sentenceStarts } from '../../matching/text/split-sentences.ts';
import type { TextSpan } from '../text/article.ts';
import {
  calendarAndPeoples,
  isFunctionWord,
  isOrganisationWord,
  placeBeginnings,
  titles,
} from '../text/phrase-words.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';

export interface FullNames {
  /** The fullest name in the article that can only be the printed one; undefined if there is none, or several. */
  fullNameOf(printed: string): string | undefined;
  /**
   * Whom "he" or "she" at an offset refers to: the last speaker quoted by name, if nobody else is named since
   * the previous paragraph.
   */
  referentOf(pronoun: string, at: number): string | undefined;
  /**
   * Whom "she", or a description such as "the former vice president", most likely means. Never to be shown: it
   * only helps to tell the words of two people apart.
   */
  likelyNameOf(printed: string, at: number): string | undefined;
}

interface Person {
  readonly start: number;
  /** Behind titles and offices. */
  readonly nameStart: number;
  readonly name: string;
  readonly words: readonly string[];
  /** The first word of what is printed: "Mr.", or the name's own. */
  readonly opening: string;
}

const namePattern =
  /(?<![\p{L}\p{N}’'.-])\p{Lu}(?:[\p{L}\p{M}]+|\.)(?:[’'-]\p{Lu}?[\p{L}\p{M}]+|\p{Lu}?\.)*(?:[ \u00a0](?:(?:de|la|von|van|der|den|bin|ibn|al|el|del|di|du|dos|da|le)[ \u00a0])*\p{Lu}(?:[\p{L}\p{M}]+|\.)(?:[’'-]\p{Lu}?[\p{L}\p{M}]+|\p{Lu}?\.)*)*/gu;
const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** Capitalised words that precede a surname and are not first names. */
const noFirstName =
  /^(?:Vice|Ex-|Anti-|Pro-|Republican|Democratic|Democrat|Republicans|Democrats|American|President-elect|Miss|Saint|Party|GOP)/;

/**
 * Collects the full names in an article.
 * @param masked its text with the quotations masked, so that only the outlet's own words name people
 * @param speakers where attributions name somebody, in order
 */
export function findFullNames(text: string, masked: string, speakers: readonly TextSpan[]): FullNames {
  const paragraphs = placeParagraphs(text).map(({ start }) => start);
  /** Where the paragraph begins that is `count` before the one at an offset. */
  const startBefore = (at: number, count: number): number =>
    paragraphs[Math.max(0, sentenceNumber(paragraphs, at) - count)] ?? 0;
  const all = readPersons(text);
  const bySurname = groupBySurname(all);
  const fullNameOf = (printed: string): string | undefined => {
    const words = wordsOfName(printed);
    const surname = words.at(-1);
    // "Ann Lee and Eve Moss"
    if (surname === undefined || words.includes('and')) return undefined;
    const known = bySurname.get(surname) ?? [];
    const name = words.join(' ');
    const bare = known.find((person) => isWithOffice(name, person.name)) ?? { name, words };
    const fitting = known.filter((person) => words.length === 1 || person.words[0] === bare.words[0]);
    const firsts = new Set(fitting.map((person) => person.words[0]));
    if (firsts.size > 1) return undefined;
    return longest([...fitting.map((person) => person.name), ...(words.length > 1 ? [bare.name] : [])]);
  };
  // The following are read only where a pronoun or a description asks for them.
  let sentences: readonly number[] | undefined;
  let persons: readonly Person[] | undefined;
  let described: ReadonlyMap<string, string> | undefined;
  const personsBetween = (from: number, to: number): Person[] => {
    persons ??= readPersons(masked).filter(
      ({ words, opening }) =>
        words.length > 1 || titles.has(opening) || bySurname.has(words.at(-1) as string),
    );
    return persons.filter(({ start }) => start >= from && start < to);
  };
  return {
    fullNameOf,
    referentOf(pronoun, at) {
      if (!heOrShe.test(pronoun)) return undefined;
      const from = startBefore(at, 1);
      const speaker = speakers.findLast((span) => span.start >= from && span.end <= at);
      const referent = speaker && fullNameOf(text.slice(speaker.start, speaker.end));
      // The pronoun may refer to anybody else who is named there.
      const others = personsBetween(from, at).filter(({ name }) => fullNameOf(name) !== referent);
      return others.length === 0 ? referent : undefined;
    },
    likelyNameOf(printed, at) {
      if (!heOrShe.test(printed)) {
        described ??= indexDescriptions(text, all);
        const description = printed.replace(determined, '').toLowerCase();
        return described.get(description.replace(/\s+/g, ' ')) || undefined;
      }
      const others = /^he$/i.test(printed) ? womensTitle : mensTitle;
      const from = startBefore(at, pronounReach);
      const persons = personsBetween(from, at).filter(
        ({ start, opening, words }) =>
          !others.test(opening) &&
          mayBePerson(words) &&
          !/\bthe\s$/i.test(text.slice(Math.max(0, start - 5), start)),
      );
      const last = persons.at(-1);
      if (!last) return undefined;
      // A sentence is about the person that it names first: "Ann Lee, the sister of Eve Moss, said".
      sentences ??= sentenceStarts(text);
      const sentence = sentences[sentenceNumber(sentences, last.start)] as number;
      const { name } = persons.find(({ start }) => start >= sentence) as Person;
      return fullNameOf(name) ?? name;
    },
  };
}

/** The full names for each surname, without what somebody is. */
function groupBySurname(persons: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const bySurname = new Map<string, Person[]>();
  const seen = new Set<string>();
  for (const person of persons) {
    const { name, words } = person;
    if (words.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const surname = words.at(-1) as string;
    const known = bySurname.get(surname);
    if (known) known.push(person);
    else bySurname.set(surname, [person]);
  }
  for (const [surname, known] of bySurname) {
    const isBare = ({ name, words }: Person) =>
      !words.some((_, n) => {
        const rest = words.slice(n).join(' ');
        return seen.has(rest) && isWithOffice(name, rest);
      });
    bySurname.set(surname, known.filter(isBare));
  }
  return bySurname;
}

/** Whether a printed name is this one, alone or behind what somebody is. */
export function isNameOf(printed: string, name: string): boolean {
  return printed === name || isWithOffice(printed, name);
}

/**
 * "National Security Adviser Ann Lee", where the article also has "Ann Lee" alone: what is before a full name is no
 * part of it, but for initials.
 */
function isWithOffice(name: string, full: string): boolean {
  return (
    full.includes(' ') && name.endsWith(` ${full}`) && /[\p{L}’'-]{2}/u.test(name.slice(0, -full.length))
  );
}

const heOrShe = /^s?he$/i;
/** Paragraphs before its own in which a pronoun's name is looked for. */
const pronounReach = 2;
const womensTitle = /^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|\p{L}+woman)\b/u;
const mensTitle = /^(?:Mr|Sir|Lord|King|Prince|Father|Pope|\p{L}+man)\b/u;

/** Neither "New York" nor "Justice Department". */
function mayBePerson(words: readonly string[]): boolean {
  return (
    !placeBeginnings.has((words[0] as string).toLowerCase()) &&
    !words.some((word) => isOrganisationWord(word) || calendarAndPeoples.has(word.toLowerCase()))
  );
}

/**
 * The names that the text puts behind a description: Ann Lee for "former vice president", if it says "former Vice
 * President Ann Lee"; `several` if there is another.
 */
function indexDescriptions(text: string, persons: readonly Person[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { name, nameStart } of persons) {
    const before = text.slice(Math.max(0, nameStart - descriptionReach), nameStart);
    const words = lastWords.exec(before)?.[0].trim().toLowerCase().split(/\s+/) ?? [];
    for (let first = words.length - 1; first >= 0; first -= 1) {
      // The former mayor is not the mayor.
      if (/^(?:vice|former|ex|deputy)$/.test(words[first - 1] ?? '')) continue;
      const description = words.slice(first).join(' ');
      const known = named.get(description) ?? name;
      named.set(description, known === name ? name : several);
    }
  }
  return named;
}

const several = '';
const descriptionReach = 60;
const lastWords = /(?:[\p{L}’'-]+\s){1,5}$/u;
const determined = /^(?:the|an?|his|her|their)\s+/i;

/** "Secretary of [State] Ann Lee" */
const officeOf = /\b(?:Secretary|Minister|Director|Commissioner|Speaker) of (?:the )?$/;
const office = /^\S+[ \u00a0]/;
const space = /[ \u00a0]/;
const officeReach = 24;

function readPersons(text: string): Person[] {
  return Array.from(text.matchAll(namePattern), ({ 0: name, index }) => {
    const before = text.slice(Math.max(0, index - officeReach), index);
    const words = wordsOfName(officeOf.test(before) ? name.replace(office, '') : name);
    const opening = name.split(space)[0] as string;
    const bare = words.join(' ');
    return { start: index, nameStart: index + Math.max(0, name.indexOf(bare)), name: bare, words, opening };
  }).filter(({ words }) => words.length > 0 && words.length < 6 && !noFirstName.test(words[0] as string));
}

/** "Sen. Bernie Sanders’s" is Bernie, Sanders: without titles, words that open sentences, possessives, "Jr." */
function wordsOfName(name: string): string[] {
  // A full stop that ends the sentence, not one of "J.D."
  const words = name.replace(/[’']s$|(?<=\p{Ll}{2})\.$/u, '').split(space);
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
