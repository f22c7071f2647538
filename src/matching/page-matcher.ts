import type { CompiledPack } from './compile-pack.ts';
import { type MayContain, makeMayContain } from './may-contain.ts';
import { findNames } from './names/find-names.ts';
import { joinNameIndexes } from './names/join-name-indexes.ts';
import { type NameIndex, openNameIndex } from './names/name-index.ts';
import { openStatementIndex, type StatementIndex } from './quotations/statement-index.ts';

interface FoundName {
  /** Reference of its entity. */
  readonly entity: string;
  readonly text: string;
}

/** Matches pages: the names and statements of all enabled packs. */
export interface PageMatcher {
  /** Of all packs, in their order. */
  readonly names: NameIndex;
  /** Of each pack. */
  readonly statements: readonly StatementIndex[];
  readonly mayContain: MayContain;
  /** The longest names of each pack in the texts, as printed there; before rules apply. */
  findNames(texts: readonly string[]): FoundName[];
}

/**
 * @param packs in the order in which their names take precedence: of several equal claims to a spelling, the
 * first pack's entity wins
 * @throws RangeError if the bytes are not valid indexes of this version
 */
export function openPageMatcher(packs: readonly CompiledPack[]): PageMatcher {
  const indexes = packs.map(({ names }) => openNameIndex(names));
  const names = joinNameIndexes(indexes);
  const statements = packs.map((pack) => openStatementIndex(pack.statements));
  let mayContain: MayContain | undefined;
  return {
    names,
    statements,
    mayContain(text) {
      mayContain ??= makeMayContain(names, statements);
      return mayContain(text);
    },
    findNames: (texts) => texts.flatMap((text) => indexes.flatMap((index) => findNamesOf(index, text))),
  };
}

function findNamesOf(index: NameIndex, text: string): FoundName[] {
  return findNames(text, index).flatMap(({ nameIds, start, end }) =>
    nameIds.map((id) => ({ entity: index.name(id).entity, text: text.slice(start, end) })),
  );
}
