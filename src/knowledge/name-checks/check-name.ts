import { isAcronym, isExactCase } from '../exact-case.ts';
import type { PackFault } from '../pack-problem.ts';
import type { Name } from '../pack-schema.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { functionWordsOf, isFrequentWord, isFunctionWordAnywhere } from './everyday-words.ts';
import { foldWords } from './fold-words.ts';

/**
 * Why a name would match far too much, or nothing; undefined if it is allowed. The rules, strictest first:
 *
 * - A name has a letter or digit, and more than one (nor one or two hiragana, which inflect every Japanese verb).
 * - A function word ("the", "who") of English or of the pack's language is no name, whatever its rules. Only an acronym
 *   in capitals (WHO, US) may be spelled so, with a rule.
 * - A frequent word ("home", "Zeit"), a number, or a short phrase of function words ("to be") needs a rule.
 * - A function word of another language needs its capital, or a rule.
 *
 * A rule is a `needs` that not every page meets: not optional, and without function words or single letters.
 */
export function checkName(name: Name, language: string): PackFault | undefined {
  const words = foldWords(name.text).filter((word) => word !== '');
  const [only] = words;
  if (only === undefined) {
    return { code: 'nameWithoutLetter', values: { name: quoteUntrusted(name.text) } };
  }
  if (isTooShort(name.text, words)) {
    return { code: 'nameTooShort', values: { name: quoteUntrusted(name.text) } };
  }
  if (words.length > maxCommonPhraseWords || hasSigns(name.text)) return undefined;
  const isAlone = words.length === 1;
  const isFunction = (word: string) => isLittleWord(word, language);
  if (isAlone && isFunction(only)) return checkFunctionWord(name, language);
  const everyday = classifyEveryday(words, isFunction);
  if (everyday !== undefined) return needsRule(name, everyday, language);
  if (
    !isAlone ||
    !isFunctionWordAnywhere(only) ||
    isCapitalised(name) ||
    findRule(name, language).isSpecific
  ) {
    return undefined;
  }
  return { code: 'nameIsForeignWord', values: { name: quoteUntrusted(name.text) } };
}

/** Why a name is allowed only with a rule. */
type Everyday = 'nameIsNumber' | 'nameIsFrequent' | 'nameIsCommonWords' | 'nameIsAlsoWord';

/** More words than this in a row are a distinctive phrase, even if each is common: "to be or not to be". */
const maxCommonPhraseWords = 3;

function classifyEveryday(
  words: readonly string[],
  isFunction: (word: string) => boolean,
): Everyday | undefined {
  if (words.every((word) => /^\p{N}+$/u.test(word))) return 'nameIsNumber';
  if (words.length === 1) return isFrequentWord(words[0] ?? '') ? 'nameIsFrequent' : undefined;
  return words.length <= maxCommonPhraseWords && words.every(isFunction) ? 'nameIsCommonWords' : undefined;
}

function checkFunctionWord(name: Name, language: string): PackFault | undefined {
  if (isAcronym(name.text) && name.case !== 'any') return needsRule(name, 'nameIsAlsoWord', language);
  return { code: 'nameTooCommon', values: { name: quoteUntrusted(name.text) } };
}

/** The fault of a name of everyday words; none if its rule is specific. */
function needsRule(name: Name, everyday: Everyday, language: string): PackFault | undefined {
  const { isSpecific, weakWord } = findRule(name, language);
  if (isSpecific) return undefined;
  const quoted = quoteUntrusted(name.text);
  if (weakWord === undefined) return { code: everyday, values: { name: quoted } };
  return { code: `${everyday}WithWeakRule`, values: { name: quoted, word: quoteUntrusted(weakWord) } };
}

interface FoundRule {
  /** A required `needs` none of whose words is on every page. */
  readonly isSpecific: boolean;
  readonly weakWord: string | undefined;
}

function findRule({ needs }: Name, language: string): FoundRule {
  const lists = [needs?.sentence, needs?.block, needs?.page];
  const weakWord = lists.flatMap((list) => list ?? []).find((word) => isWeak(word, language));
  const isSpecific = needs !== undefined && needs.optional !== true && weakWord === undefined;
  return { isSpecific, weakWord };
}

/** A shorter prefix matches too many words. */
const minPrefixLength = 3;

function isWeak(listed: string, language: string): boolean {
  const words = foldWords(listed);
  const [only] = words;
  if (only === undefined) return true;
  if (words.length > 1) return false;
  if (listed.endsWith('*')) return [...only].length < minPrefixLength && !isUnspaced(only);
  // In capitals it is an acronym: rules compare case.
  if (isAcronym(listed)) return false;
  return isLittleWord(only, language) && !isUnspaced(only);
}

/** In Chinese and Japanese one character can be a word. */
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

/** Signs that make a letter or word distinctive (C++, Face++, #now); ordinary punctuation around words does not. */
function hasSigns(text: string): boolean {
  return /[^\p{L}\p{M}\p{N}\p{Cf}\s.,;:!?'"()\-‐-‟…]/u.test(text);
}

function isCapitalised(name: Name): boolean {
  return isExactCase(name) && /^[^\p{L}\p{N}]*\p{Lu}/u.test(name.text);
}
