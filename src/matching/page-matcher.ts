import type { CompiledPack } from './compile-pack.ts';
import type { StoryIndex } from './compile-stories.ts';
import { type MayContain, makeMayContain } from './may-contain.ts';
import { findNames } from './names/find-names.ts';
import { joinNameIndexes } from './names/join-name-indexes.ts';
import { type NameIndex, openNameIndex } from './names/name-index.ts';
import { matchQuotes } from './quotations/match-quotes.ts';
import { openStatementIndex, type StatementIndex } from './quotations/statement-index.ts';
import { addressKey } from './text/address-key.ts';

interface FoundName {
  /** Reference of its entity. */
  readonly entity: string;
  readonly text: string;
}

/** Matches pages: the names and statements of all enabled packs. */
export interface PageMatcher {
  /** Of all packs, in their order. */
  readonly names: NameIndex;
  /** Of each pack, and of what the reader keeps. */
  readonly statements: readonly StatementIndex[];
  /** The same for one page, without the words that the reader keeps from nowhere but there. */
  statementsFor(address: string): readonly StatementIndex[];
  readonly mayContain: MayContain;
  /** The statements of kept stories that these words of another statement print, the fullest first. */
  findKept(words: readonly string[]): readonly string[];
  /** The longest names of each pack in the texts, as printed there; before rules apply. */
  findNames(texts: readonly string[]): FoundName[];
}

/** What the reader keeps, ready for matching. */
export interface OpenedStories {
  /** Of the stories whose names are marked (`compile-names.ts`); undefined if there are none. */
  readonly names: Uint8Array | undefined;
  readonly statements: readonly StoryIndex[];
}

/**
 * @param packs in the order in which their names take precedence: of several equal claims to a spelling, the
 * first pack's entity wins; those of kept stories come last
 * @throws RangeError if the bytes are not valid indexes of this version
 */
export function openPageMatcher(
  packs: readonly CompiledPack[],
  kept: OpenedStories = { names: undefined, statements: [] },
): PageMatcher {
  const indexes = [...packs.map((pack) => pack.names), ...(kept.names ? [kept.names] : [])].map((bytes) =>
    openNameIndex(bytes),
  );
  const names = joinNameIndexes(indexes);
  const ofPacks = packs.map((pack) => openStatementIndex(pack.statements));
  const statements = [...ofPacks, ...kept.statements];
  let mayContain: MayContain | undefined;
  return {
    names,
    statements,
    statementsFor(address) {
      const pages = keysOf(address);
      return [...ofPacks, ...kept.statements.map((index) => index.without(pages))];
    },
    mayContain(text) {
      mayContain ??= makeMayContain(names, statements);
      return mayContain(text);
    },
    findKept(words) {
      const counts = new Map<string, number>();
      for (const text of words)
        for (const { statement, start, end } of matchQuotes(`“${text}”`, ...kept.statements))
          counts.set(statement, (counts.get(statement) ?? 0) + end - start);
      return [...counts].sort((a, b) => b[1] - a[1]).map(([statement]) => statement);
    },
    findNames: (texts) => texts.flatMap((text) => indexes.flatMap((index) => findNamesOf(index, text))),
  };
}

/** A page with more parameters than its canonical address, which is kept, is the same page. */
function keysOf(address: string): string[] {
  const keys = [addressKey(address), addressKey(address.replace(/[?#].*$/, ''))];
  return [...new Set(keys.filter((key) => key !== ''))];
}

function findNamesOf(index: NameIndex, text: string): FoundName[] {
  return findNames(text, index).flatMap(({ nameIds, start, end }) =>
    nameIds.map((id) => ({ entity: index.name(id).entity, text: text.slice(start, end) })),
  );
}
