import { isTitleCase } from '../../matching/names/given-name.ts';
import { sentenceNumber, sentenceStarts } from '../../matching/text/split-sentences.ts';
import { placeQuotations } from '../quotations/place-quotations.ts';
import { isTitle } from '../quotations/quotation-kind.ts';
import type { Article, TextSpan } from '../text/article.ts';
import { isCapital, isJoinedByOf, lower, type Token, tokensOf } from '../text/phrase-tokens.ts';
import { calendarAndPeoples, nameConnectors, organisationHeads, titles } from '../text/phrase-words.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';

/** One place where an article names somebody or something. */
export interface PrintedName extends TextSpan {
  /** As printed, without titles and possessive: "Maria Lopez". */
  readonly text: string;
  /** Half-open offset at which the preceding titles start: "Sen. Maria Lopez"; `start` if there are none. */
  readonly titledStart: number;
  /** Where its sentence starts. */
  readonly sentence: number;
  readonly isFirstOfSentence: boolean;
  readonly isWork: boolean;
  /** "(ICE)" right after it, if these are its initials. */
  readonly acronym: TextSpan | null;
}

/** Heads of names that are names by themselves: there is one in a country. */
const namesAlone: ReadonlySet<string> = new Set(['Congress', 'Parliament']);
/** Words of a name that an acronym may abbreviate. */
const mostSpelledOut = 12;

/**
 * The names of an article in reading order: runs of capitalised words, and titles of works between quotation
 * marks. Headings in title case name nobody.
 */
export function readNames(article: Article): PrintedName[] {
  const { text } = article;
  const starts = sentenceStarts(text);
  const names: PrintedName[] = [];
  for (const { start, end } of placeParagraphs(text)) {
    if (end - start < 120 && isTitleCase(text.slice(start, end))) continue;
    const tokens = tokensOf(text, start, end);
    for (let first = 0; first < tokens.length; first += 1) {
      if (!isCapital(tokens[first] as Token)) continue;
      let last = endOfRun(tokens, first);
      // "U.S. Immigration and Customs Enforcement (ICE)"
      for (let at = first; at <= last; at += 1) {
        const spelledOut = endOfSpelledOut(text, tokens, at);
        if (spelledOut === null) continue;
        first = at;
        last = spelledOut;
        break;
      }
      const name = nameOfRun(text, tokens, first, last, starts);
      if (name) names.push(name);
      first = last;
    }
  }
  const works = placeQuotations(article)
    .filter((quotation) => isTitle(text, quotation))
    .map(({ start, end }) => workAt(text, start, end, starts));
  const own = names.filter((name) => !works.some((work) => work.start <= name.start && name.end <= work.end));
  return [...own, ...works].sort((a, b) => a.start - b.start);
}

/**
 * The last word of a name that is followed by its initials in parentheses: "Immigration and Customs
 * Enforcement (ICE)".
 */
function endOfSpelledOut(text: string, tokens: readonly Token[], first: number): number | null {
  for (let last = first + 1; last < Math.min(tokens.length, first + mostSpelledOut); last += 1) {
    const token = tokens[last] as Token;
    if (!isCapital(token)) {
      if (!/^(?:and|of|for|the|&)$/.test(token.text)) return null;
      continue;
    }
    const start = (tokens[first] as Token).start;
    const acronym = acronymBehind(text, start, token.end);
    if (acronym) return text.charAt(acronym.start) === text.charAt(start) ? last : null;
  }
  return null;
}

function endOfRun(tokens: readonly Token[], first: number): number {
  let last = first;
  while (last + 1 < tokens.length) {
    const next = tokens[last + 1] as Token;
    const afterNext = tokens[last + 2];
    const isPossessive = /[’']s?$/.test((tokens[last] as Token).text);
    if (isPossessive) break;
    if (isCapital(next)) last += 1;
    else if (afterNext && isCapital(afterNext) && (nameConnectors.has(next.text) || next.text === '&'))
      last += 2;
    else if (afterNext && isCapital(afterNext) && isJoinedByOf(tokens, last + 1)) last += 2;
    else if (
      afterNext?.text === 'the' &&
      isJoinedByOf(tokens, last + 2) &&
      tokens[last + 3] &&
      isCapital(tokens[last + 3] as Token)
    )
      last += 3;
    else break;
  }
  return last;
}

function nameOfRun(
  text: string,
  tokens: readonly Token[],
  runFirst: number,
  last: number,
  starts: readonly number[],
): PrintedName | null {
  let first = runFirst;
  for (let i = runFirst; i < last; i += 1) {
    const isTitleOfName = titles.has((tokens[i] as Token).text) && isCapital(tokens[i + 1] as Token);
    if (isTitleOfName) first = i + 1;
  }
  const words = tokens.slice(first, last + 1);
  const isOffice =
    titles.has((words[0] as Token).text) ||
    (words.length === 1 &&
      organisationHeads.has((words[0] as Token).text) &&
      !namesAlone.has((words[0] as Token).text));
  if (
    isOffice ||
    words.every((word) => calendarAndPeoples.has(lower(word).replace(/'s$|\.$/, '')) || titles.has(word.text))
  )
    return null;
  const start = (words[0] as Token).start;
  const lastWord = tokens[last] as Token;
  const end = lastWord.end - (/[’']s?$/.exec(lastWord.text)?.[0].length ?? 0);
  if (!/\p{L}{2}/u.test(text.slice(start, end))) return null;
  const sentence = starts[sentenceNumber(starts, start)] as number;
  return {
    start,
    end,
    text: text.slice(start, end),
    titledStart: (tokens[runFirst] as Token).start,
    sentence,
    isFirstOfSentence:
      !/[\p{L}\p{N}]/u.test(text.slice(sentence, start)) ||
      /["“„«‘:]$/.test(text.slice(Math.max(0, start - 2), start).trimEnd()),
    isWork: false,
    acronym: acronymBehind(text, start, end),
  };
}

function workAt(text: string, start: number, markedEnd: number, starts: readonly number[]): PrintedName {
  const end = markedEnd - (/[,.;]$/.test(text.slice(start, markedEnd)) ? 1 : 0);
  const sentence = starts[sentenceNumber(starts, start)] as number;
  return {
    start,
    end,
    text: text.slice(start, end),
    titledStart: start,
    sentence,
    isFirstOfSentence: false,
    isWork: true,
    acronym: null,
  };
}

/**
 * "Immigration and Customs Enforcement (ICE)": letters of the words in their order, the first word's initial
 * first.
 */
function acronymBehind(text: string, start: number, end: number): TextSpan | null {
  const found = /^\s\(((?:\p{Lu}\.?){2,8})\)/u.exec(text.slice(end, end + 14));
  if (!found?.[1]) return null;
  const initials = Array.from(text.slice(start, end).matchAll(/(?<![\p{L}\p{M}])\p{L}/gu), ([letter]) =>
    letter.toUpperCase(),
  );
  let at = 0;
  for (const letter of found[1].replaceAll('.', '')) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return null;
  }
  return { start: end + 2, end: end + 2 + found[1].length };
}
