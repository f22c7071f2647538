import { ambiguousOpeners } from '../knowledge/text/character-classes.ts';
import { listPairs, listQuotations, type PairIndex, unreadCharacters } from './quotations/find-hits.ts';
import { hashPair, type PrefixLength, readPrefixes } from './quotations/word-prefixes.ts';

/** What identifies the names and statements of a pack, small enough for a script that every page evaluates. */
export interface TriggerWords {
  /** Squeezed by `squeezeQuickly`, long ones to their ends; none contains another. */
  readonly names: readonly string[];
  /** For each statement its texts, and for each text the first letters of its long words: see `listLongWords`. */
  readonly statements: readonly (readonly string[])[];
}

/**
 * Whether a page's text may contain one of a pack's names or statements. Like `makeMayContain` it never gives
 * a false no, but with a few kilobytes of code and words; it says yes more often.
 */
export function makeQuickTest({ names, statements }: TriggerWords): (text: string) => boolean {
  let pairs: PairIndex | undefined;
  return (text) => {
    const squeezed = squeezeQuickly(text);
    if (names.some((name) => squeezed.includes(name))) return true;
    const index = pairs ?? indexPairs(statements);
    pairs = index;
    const plain = text.replace(unreadCharacters, '');
    return [plain, plain.replace(blockStarts, ' ')].some((one) => hasPairs(one, index));
  };
}

/** Whether `findHits` may find a hit; ignores where in the text the pairs are. */
function hasPairs(text: string, index: PairIndex): boolean {
  const quoted = listQuotations(text).map(([from, to]) => text.slice(from, to));
  if (listPairs(quoted.join(' '), 5, index).length > 0) return true;
  const seen = new Set<number>();
  // Outside quotations a single pair of a statement is chance.
  return listPairs(text, 7, index).some(({ statement }) => seen.size === seen.add(statement).size);
}

/** As in `makeMayContain`; no long word of a statement starts with an accented capital. */
const blockStarts = new RegExp(`(?<=[^\\sA-Z])(?=[A-Z])|(?=[${ambiguousOpeners}])`, 'g');

const beyondAscii = /[^\0-\x7f]/;
/** Letters that fold to others without a Unicode decomposition (`fold-character.ts`). */
const undecomposed = /[ßæœøłđðħı]/g;
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i' },
};

/**
 * ASCII letters and digits, and the plus sign, which occurs in names. Folds these as the folding of names
 * does, and drops everything else.
 */
export function squeezeQuickly(text: string): string {
  let small = text.toLowerCase();
  if (beyondAscii.test(small)) {
    small = small
      .replace(undecomposed, (letter) => plainLetters[letter] ?? '')
      .normalize('NFKD')
      .toLowerCase();
  }
  return small.replace(/[^a-z0-9+]+/g, '');
}

/** The first letters of a text's words of five letters or more, as used for pairs; separated by spaces. */
export function listLongWords(text: string): string {
  return (text.toLowerCase().match(/\b(?:[a-z]{7}|[a-z]{5})/g) ?? []).join(' ');
}

/** The pairs of long words that few statements have, as `compileStatements` lists them. */
function indexPairs(statements: TriggerWords['statements']): PairIndex {
  const prefixIds = new Map<string, number>();
  const holders = new Map<number, Set<number>>();
  const idOf = (prefix: string): number => {
    const id = prefixIds.get(prefix) ?? prefixIds.size;
    prefixIds.set(prefix, id);
    return id;
  };
  for (const [statement, texts] of statements.entries()) {
    for (const text of texts) {
      for (const length of [5, 7] satisfies PrefixLength[]) {
        const ids = readPrefixes(text, length).map(idOf);
        for (const [i, id] of ids.entries()) {
          for (const other of ids.slice(Math.max(0, i - 2), i)) {
            const hash = hashPair(other, id);
            const known = holders.get(hash);
            if (known) known.add(statement);
            else holders.set(hash, new Set([statement]));
          }
        }
      }
    }
  }
  const maxHolders = Math.max(4, statements.length / 500);
  return {
    prefixIds,
    // So few pairs need no filter before the lookup.
    filter: Uint32Array.of(0xffffffff),
    filterMask: 31,
    visitStatements(hash, visit) {
      const known = holders.get(hash);
      if (known && known.size <= maxHolders) for (const statement of known) visit(statement);
    },
  };
}
