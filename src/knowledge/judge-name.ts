import { functionWordsOf, isFrequentWord, isFunctionWordAnywhere } from './everyday-words.ts';
import { isAcronym, isExactCase } from './exact-case.ts';
import { foldWords } from './fold-words.ts';
import type { PackProblem } from './pack-problem.ts';
import type { Name } from './pack-schema.ts';
import { quoteUntrusted } from './unsafe-text.ts';

type Verdict = Pick<PackProblem, 'reason' | 'remedy'>;

/**
 * Why a name would light up everything, or nothing; undefined where it may stand. The rules, strictest first:
 *
 * - A name has a letter or digit, and more than one (nor one or two hiragana, which inflect every Japanese verb).
 * - A function word ("the", "who") of English or of the pack's language is no name, whatever its rules: only an acronym
 *   in capitals (WHO, US) may be spelled so, with a rule.
 * - A frequent word ("home", "Zeit"), a number, or a short phrase of function words ("to be") is one with a rule only.
 * - A function word of another language needs its capital, or a rule.
 *
 * A rule is a `needs` that not every page meets: not optional, and without function words or single letters.
 */
export function judgeName(name: Name, language: string): Verdict | undefined {
  const words = foldWords(name.text).filter((word) => word !== '');
  const [only] = words;
  if (only === undefined) {
    return {
      reason: `The name ${quoted(name.text)} has no letter and no digit, so no page can be searched for it.`,
      remedy: 'Write the name as a page would print it, or take it out.',
    };
  }
  if (isTooShort(name.text, words)) {
    return {
      reason: `The name ${quoted(name.text)} is so short that it would light up almost every page.`,
      remedy: 'Write a longer form that pages print, or take it out.',
    };
  }
  if (words.length > longestCommonPhrase || hasSigns(name.text)) return undefined;
  const isAlone = words.length === 1;
  const isFunction = (word: string) => isLittleWord(word, language);
  if (isAlone && isFunction(only)) return judgeFunctionWord(name, language);
  const everyday = describeEveryday(words, isFunction);
  if (everyday !== undefined) return needsRule(name, everyday, language);
  if (
    !isAlone ||
    !isFunctionWordAnywhere(only) ||
    isCapitalised(name) ||
    findRule(name, language).isTelling
  ) {
    return undefined;
  }
  return {
    reason: `The name ${quoted(name.text)} is a common word of another language, and would light up every page in it.`,
    remedy: 'Write it with its capital and add "case": "exact", or add a "needs" rule.',
  };
}

/** More words than this in a row are a phrase of their own, even where each is common: "to be or not to be". */
const longestCommonPhrase = 3;

function describeEveryday(
  words: readonly string[],
  isFunction: (word: string) => boolean,
): string | undefined {
  if (words.every((word) => /^\p{N}+$/u.test(word))) return 'a number';
  if (words.length === 1)
    return isFrequentWord(words[0] ?? '') ? 'a word that stands on every fourth page' : undefined;
  return words.length <= longestCommonPhrase && words.every(isFunction) ? 'made of common words' : undefined;
}

function judgeFunctionWord(name: Name, language: string): Verdict | undefined {
  if (isAcronym(name.text) && name.case !== 'any') return needsRule(name, 'also a common word', language);
  return {
    reason: `The name ${quoted(name.text)} is one of the commonest words there are, and would light up every page.`,
    remedy: 'Write a longer form that pages print, or take it out. No rule can make up for it.',
  };
}

/** The verdict on a name that is `what`: none where its rule tells its pages from others. */
function needsRule(name: Name, what: string, language: string): Verdict | undefined {
  const { isTelling, weakWord } = findRule(name, language);
  if (isTelling) return undefined;
  if (weakWord !== undefined) {
    return {
      reason: `The name ${quoted(name.text)} is ${what}, and its rule looks for ${quoted(weakWord)}, which almost every page has.`,
      remedy: `Take ${quoted(weakWord)} out of "needs": write only words that a page about the entity has and others have not.`,
    };
  }
  return {
    reason: `The name ${quoted(name.text)} is ${what}, and no rule says when a page means this entity.`,
    remedy: 'Add "needs" with words that a page about the entity has and others have not (not "optional").',
  };
}

interface FoundRule {
  /** There is a `needs`, it must be met, and none of its words is met by every page. */
  readonly isTelling: boolean;
  readonly weakWord: string | undefined;
}

function findRule({ needs }: Name, language: string): FoundRule {
  const lists = [needs?.sentence, needs?.block, needs?.page];
  const weakWord = lists.flatMap((list) => list ?? []).find((word) => isWeak(word, language));
  const isTelling = needs !== undefined && needs.optional !== true && weakWord === undefined;
  return { isTelling, weakWord };
}

/** A prefix of fewer letters begins too many words. */
const shortestPrefix = 3;

function isWeak(listed: string, language: string): boolean {
  const words = foldWords(listed);
  const [only] = words;
  if (only === undefined) return true;
  if (words.length > 1) return false;
  if (listed.endsWith('*')) return [...only].length < shortestPrefix && !isUnspaced(only);
  // In capitals it is an acronym: rules compare case.
  if (isAcronym(listed)) return false;
  return isLittleWord(only, language) && !isUnspaced(only);
}

/** In Chinese and Japanese one sign can be a word. */
function isUnspaced(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

function isLittleWord(word: string, language: string): boolean {
  return [...word].length === 1 || functionWordsOf('en').has(word) || functionWordsOf(language).has(word);
}

function isTooShort(text: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined || rest.length > 0) return false;
  if (/^\p{Script=Hiragana}{1,2}$/u.test(word)) return true;
  return [...word].length === 1 && !hasSigns(text);
}

/** Signs make more of a letter or a word (C++, Face++, #now); marks that stand around every word do not. */
function hasSigns(text: string): boolean {
  return /[^\p{L}\p{M}\p{N}\p{Cf}\s.,;:!?'"()\-‐-‟…]/u.test(text);
}

function isCapitalised(name: Name): boolean {
  return isExactCase(name) && /^[^\p{L}\p{N}]*\p{Lu}/u.test(name.text);
}

function quoted(text: string): string {
  return `"${quoteUntrusted(text)}"`;
}
