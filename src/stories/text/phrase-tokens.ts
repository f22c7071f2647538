import { isAbbreviated } from '../../matching/text/split-sentences.ts';
import type { TextSpan } from './article.ts';
import { isFunctionWord, nameConnectors, organisationHeads } from './phrase-words.ts';

export interface Token extends TextSpan {
  readonly text: string;
}

const tokenPattern = /[\p{L}\p{N}$#@](?:[\p{L}\p{M}\p{N}.’'&/-]*[\p{L}\p{M}\p{N}])?\.?|\S/gu;

export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: printed, index } of text.slice(from, to).matchAll(tokenPattern)) {
    const start = from + index;
    // The full stop of a sentence is a token of its own.
    const isStop = /[^.]\.$/.test(printed) && !isAbbreviated(printed.slice(0, -1)) && !/\..*\./.test(printed);
    const word = isStop ? printed.slice(0, -1) : printed;
    tokens.push({ text: word, start, end: start + word.length });
    if (isStop) tokens.push({ text: '.', start: start + word.length, end: start + printed.length });
  }
  return tokens;
}

export const lower = ({ text }: Token): string => text.toLowerCase().replaceAll('’', "'");
export const isWord = ({ text }: Token): boolean => /^[\p{L}\p{N}$#@]/u.test(text);
export const isCapital = ({ text }: Token): boolean => /^[\p{Lu}@]/u.test(text) && !isFunctionWord(text);
export const isSmall = ({ text }: Token): boolean => /^[\p{Ll}\p{N}]/u.test(text);

/** Where the run of capitalised words ending with token `last` starts; `last + 1` if there is none. */
export function startOfName(tokens: readonly Token[], last: number): number {
  let first = last + 1;
  while (first > 0) {
    const token = tokens[first - 1] as Token;
    if (isCapital(token)) first -= 1;
    else if (
      first <= last &&
      nameConnectors.has(token.text) &&
      first > 1 &&
      isCapital(tokens[first - 2] as Token)
    )
      first -= 1;
    else if (first <= last && isJoinedByOf(tokens, first - 1)) first -= 1;
    else if (first <= last && token.text === '&') first -= 1;
    else break;
  }
  return first;
}

/** "Department of Justice", "Institute for the Study": the words between belong to the name. */
export function isJoinedByOf(tokens: readonly Token[], at: number): boolean {
  let before = at;
  if ((tokens[before] as Token).text === 'the') before -= 1;
  if (!/^(?:of|for|on)$/.test(tokens[before]?.text ?? '')) return false;
  return organisationHeads.has(tokens[before - 1]?.text ?? '');
}
