import { ambiguousOpeners } from '../knowledge/text/character-classes.ts';
import { listPairs, listQuotations, type PairIndex, unreadCharacters } from './quotations/find-hits.ts';
import { hashPair, type PrefixLength, readPrefixes } from './quotations/word-prefixes.ts';

/** What the names and statements of a pack are known by, small enough to be part of a script that every page evaluates. */
export interface TriggerWords {
  /** Squeezed by `squeezeQuickly`, long ones by their end alone; none holds another. */
  readonly names: readonly string[];
  /** For each statement its texts, of each the first letters of the long words: see `listLongWords`. */
  readonly statements: readonly (readonly string[])[];
}

/**
 * Whether a page's text could hold one of a pack's names or statements; as `makeMayContain`, never a wrong no, but with a few
 * kilobytes of code and words. It says yes more often.
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

/** Whether `findHits` could have one; where in the text the pairs are is not asked. */
function hasPairs(text: string, index: PairIndex): boolean {
  const quoted = listQuotations(text).map(([from, to]) => text.slice(from, to));
  if (listPairs(quoted.join(' '), 5, index).length > 0) return true;
  const seen = new Set<number>();
  // Outside quotations one pair of a statement is chance.
  return listPairs(text, 7, index).some(({ statement }) => seen.size === seen.add(statement).size);
}

/** As in `makeMayContain`; accented capitals begin no long word of a statement. */
const blockStarts = new RegExp(`(?<=[^\\sA-Z])(?=[A-Z])|(?=[${ambiguousOpeners}])`, 'g');

const beyondAscii = /[^\0-\x7f]/;
/** Letters that stand for others but have no decomposition in Unicode (`fold-character.ts`). */
const undecomposed = /[ßæœøłđðħı]/g;
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i' },
};

/**
 * Letters and digits of ASCII, and the plus sign, which is part of names: whatever the folding of names makes of these is
 * made of them here, too, and everything else is left out.
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

/** The first letters of a text's words of five letters and more, as far as pairs are made of them; separated by spaces. */
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
    // So few pairs need no filter before they are looked up.
    filter: Uint32Array.of(0xffffffff),
    filterMask: 31,
    visitStatements(hash, visit) {
      const known = holders.get(hash);
      if (known && known.size <= maxHolders) for (const statement of known) visit(statement);
    },
  };
}
