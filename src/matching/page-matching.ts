import { compileNames } from './compile-names.ts';
import type { CompiledPack } from './compile-pack.ts';
import { compileStatements } from './compile-statements.ts';
import { findNames } from './find-names.ts';
import { type NameIndex, openNameIndex } from './name-index.ts';
import { allNamesOf } from './names-of-index.ts';
import { selectNames, type WordAnswer, type WordRequest } from './select-names.ts';
import { openStatementIndex } from './statement-index.ts';

/**
 * Up to this many bytes an index goes into every frame that asks: four times the built-in pack, some 6,000 names. A larger one
 * stays with the background, and a frame asks for the names that its words make possible (docs/decisions/040-large-packs.md).
 */
export const largestWholeIndex = 512 * 1024;

interface FoundName {
  /** Reference of the entity that has it. */
  readonly entity: string;
  readonly text: string;
}

/** What pages are matched with: the indexes of all enabled packs, put together as far as they must be. */
export interface PageMatching {
  /** Everything in one piece, where it is small enough to lie in each page. */
  readonly whole: CompiledPack | undefined;
  /** No name has a letter beyond ASCII once it is folded. */
  readonly isAscii: boolean;
  select(request: WordRequest): WordAnswer;
  /** The longest names of each pack in the texts, as they stand there, no rule judged. */
  findNames(texts: readonly string[]): FoundName[];
  /** The statements of all packs in one index. */
  readonly statements: Uint8Array;
}

/**
 * @param packs in the order in which their names go before one another: the first pack's entity has a spelling that several claim
 *   with equal right.
 * @throws RangeError where the bytes are no sound indexes of this version.
 */
export function openPageMatching(packs: readonly CompiledPack[]): PageMatching {
  const indexes = packs.map(({ names }) => openNameIndex(names));
  const totalBytes = packs.reduce((sum, { names, statements }) => sum + names.length + statements.length, 0);
  let statements: Uint8Array | undefined;
  const mergedStatements = () => (statements ??= mergeStatements(packs));
  let whole: CompiledPack | undefined;
  return {
    get whole() {
      if (totalBytes > largestWholeIndex) return undefined;
      const [only, ...others] = packs;
      whole ??=
        only && others.length === 0
          ? only
          : { names: compileNames(indexes.flatMap(allNamesOf)), statements: mergedStatements() };
      return whole;
    },
    isAscii: indexes.every(({ filter }) => filter.isAscii),
    select: (request) => selectNames(indexes, request),
    findNames: (texts) => texts.flatMap((text) => indexes.flatMap((index) => findNamesOf(index, text))),
    get statements() {
      return mergedStatements();
    },
  };
}

function findNamesOf(index: NameIndex, text: string): FoundName[] {
  return findNames(text, index).flatMap(({ nameIds, start, end }) =>
    nameIds.map((id) => ({ entity: index.name(id).entity, text: text.slice(start, end) })),
  );
}

function mergeStatements(packs: readonly CompiledPack[]): Uint8Array {
  const indexes = packs.map(({ statements }) => openStatementIndex(statements));
  const speaking = packs.filter((_, number) => (indexes[number]?.statementCount ?? 0) > 0);
  // Compiling thousands of statements takes seconds; of one pack's they are compiled already.
  if (speaking.length === 1 && speaking[0]) return speaking[0].statements;
  return compileStatements(
    indexes.flatMap((index) =>
      Array.from({ length: index.statementCount }, (_, number) => index.statement(number)),
    ),
  );
}
