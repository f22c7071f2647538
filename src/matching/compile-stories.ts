import { compiledVersion } from './compile-pack.ts';
import type { NamedEntity } from './names/compile-names.ts';
import { compileStatements } from './quotations/compile-statements.ts';
import type { IndexedStatement } from './quotations/indexed-statement.ts';
import { eraseStatements, openStatementIndex, type StatementIndex } from './quotations/statement-index.ts';

/** What matching needs of one kept story. */
export interface StoryStatements {
  readonly id: string;
  /** The story's stamp when it was read. */
  readonly stamp: string;
  readonly statements: readonly IndexedStatement[];
  /** What one page alone prints: the page (`addressKey`), and numbers of statements, counted from the story's first. */
  readonly ownPages: readonly (readonly [page: string, statements: readonly number[]])[];
}

/** What marking the names of one kept story needs. */
export interface StoryNames {
  readonly id: string;
  readonly stamp: string;
  readonly entities: readonly NamedEntity[];
}

/** Stored beside: data from another version is compiled again. */
export const storiesVersion = `1.${compiledVersion}`;

/** The statements of several stories as one index, as storable data. */
export interface CompiledStories {
  readonly stories: readonly (Omit<StoryStatements, 'statements'> & {
    /** Half-open: which statements of the index are its own. */
    readonly firstStatement: number;
    readonly endStatement: number;
  })[];
  /** See `compile-statements.ts`. */
  readonly statements: Uint8Array;
}

/** Several stories may quote one speech; what more of them share is a phrase. */
const maxHolders = 4;

/** One index of many stories: a page is matched with it once, whatever their number. */
export function compileStories(stories: readonly StoryStatements[]): CompiledStories {
  let end = 0;
  return {
    stories: stories.map(({ statements, ...story }) => {
      const firstStatement = end;
      end += statements.length;
      return { ...story, firstStatement, endStatement: end };
    }),
    statements: compileStatements(
      stories.flatMap(({ statements }) => statements),
      maxHolders,
    ),
  };
}

/**
 * The stories of an index, decoded, to compile them together with others.
 * @param isWanted others are left out
 * @throws RangeError if the bytes are not an index of this version
 */
export function readCompiledStories(
  { stories, statements }: CompiledStories,
  isWanted: (story: Pick<StoryStatements, 'id' | 'stamp'>) => boolean,
): StoryStatements[] {
  const index = openStatementIndex(statements);
  return stories.filter(isWanted).map(({ firstStatement, endStatement, ...story }) => ({
    ...story,
    statements: Array.from({ length: endStatement - firstStatement }, (_, i) =>
      index.statement(firstStatement + i),
    ),
  }));
}

/** The same index without these stories, whose words are blank in it. Takes a small part of the time of compiling. */
export function eraseStories(
  { stories, statements }: CompiledStories,
  isErased: (story: Pick<StoryStatements, 'id' | 'stamp'>) => boolean,
): CompiledStories {
  const left = stories.filter((story) => !isErased(story));
  const isKept = new Uint8Array(stories.at(-1)?.endStatement ?? 0);
  for (const { firstStatement, endStatement } of left) isKept.fill(1, firstStatement, endStatement);
  return { stories: left, statements: eraseStatements(statements, (number) => isKept[number] !== 1) };
}

export interface StoryIndex extends StatementIndex {
  /** The same index without what only this page prints (`addressKey`): its own words tell its reader nothing. */
  without(pages: readonly string[]): StatementIndex;
}

/**
 * Opens an index of stories. Statements of stories that are not shown are never visited, so that they cannot outdo
 * another.
 * @param isShown whether the story is switched on and has not changed since
 * @throws RangeError if the bytes are not an index of this version
 */
export function openStoryIndex(
  { stories, statements }: CompiledStories,
  isShown: (story: Pick<StoryStatements, 'id' | 'stamp'>) => boolean,
): StoryIndex {
  const index = openStatementIndex(statements);
  const hidden = new Uint8Array(index.statementCount).fill(1);
  const ownOf = new Map<string, number[]>();
  for (const story of stories) {
    if (!isShown(story)) continue;
    hidden.fill(0, story.firstStatement, story.endStatement);
    for (const [page, numbers] of story.ownPages) {
      const own = ownOf.get(page) ?? [];
      for (const number of numbers) own.push(story.firstStatement + number);
      ownOf.set(page, own);
    }
  }
  const shown = hidden.includes(1) ? leaveOut(index, (statement) => hidden[statement] === 1) : index;
  return {
    ...shown,
    needsSupport: true,
    statementCount: hidden.includes(0) ? index.statementCount : 0,
    without(pages) {
      const own = new Set(pages.flatMap((page) => ownOf.get(page) ?? []));
      return own.size === 0 ? this : leaveOut(this, (statement) => own.has(statement));
    },
  };
}

function leaveOut(index: StatementIndex, isLeftOut: (statement: number) => boolean): StatementIndex {
  return {
    ...index,
    visitStatements: (hash, visit) =>
      index.visitStatements(hash, (statement) => {
        if (!isLeftOut(statement)) visit(statement);
      }),
  };
}
