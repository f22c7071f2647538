import { findTraceCandidates } from '../matching/find-trace-candidates.ts';
import { createGrowingNameIndex } from '../matching/growing-name-index.ts';
import { makeNotingFilter } from '../matching/noting-filter.ts';
import { openStatementIndex, type StatementIndex } from '../matching/statement-index.ts';
import { readPageTexts } from './find-in-page.ts';
import { findersOfNames, type OpenFinders } from './finders-of-names.ts';
import { runInSlices } from './slice-work.ts';

/** Where the names are that are too many to lie in each page. */
export interface NameSource {
  /** No name has a letter beyond ASCII once it is folded. */
  readonly isAscii: boolean;
  /** An index of the names that `words` and `known` make possible and `known` alone does not, and which of `words` names have. */
  askNames(
    words: readonly string[],
    known: readonly string[],
  ): Promise<{ names: Uint8Array | undefined; known: readonly string[] }>;
  askStatements(): Promise<Uint8Array>;
}

/** Few enough for one message, which browsers carry as text: some 200 kB. Hardly a page has as many different words. */
const mostWordsAtOnce = 20_000;
/** What the background takes for a word; see `handle-background-calls.ts`. */
const longestWord = 100;

/**
 * Finders that know the names which the page's own words make possible, and ask for more where the page gets new words: a
 * hundred thousand names cost a page no more than those it could hold.
 */
export function openBroughtFinders(source: NameSource, signal: AbortSignal): OpenFinders {
  const index = createGrowingNameIndex();
  const asked = new Set<string>();
  const known: string[] = [];
  let statements: StatementIndex | undefined;

  async function bringNames(roots: readonly Node[]): Promise<number> {
    const fresh = new Set<string>();
    const { isDone, workMs } = await runInSlices(collectWords(roots, source.isAscii, asked, fresh), signal);
    const words = [...fresh];
    for (let at = 0; at < words.length && isDone; at += mostWordsAtOnce) {
      const some = words.slice(at, at + mostWordsAtOnce);
      const answer = await source.askNames(some, known);
      if (answer.names) {
        // Before the names, because where there are names there is a search for statements.
        statements ??= openStatementIndex(await source.askStatements());
        index.add(answer.names);
      }
      known.push(...answer.known);
      for (const word of some) asked.add(word);
    }
    return workMs;
  }

  const openStatements = () => {
    if (!statements) throw new Error('No statement is looked for where no name could stand.');
    return statements;
  };
  return {
    names: index,
    statements: openStatements,
    finders: {
      ...findersOfNames(index),
      findCandidates: (folded) => (statements ? findTraceCandidates(folded, statements) : []),
      bringNames,
    },
  };
}

/** Adds to `fresh` every word of the text under `roots` that was not asked about, as the scan will read it. */
function* collectWords(
  roots: readonly Node[],
  isAscii: boolean,
  asked: ReadonlySet<string>,
  fresh: Set<string>,
): Generator<undefined> {
  const filter = makeNotingFilter(isAscii, (word) => {
    if (word.length <= longestWord && !asked.has(word)) fresh.add(word);
  });
  for (const root of roots) {
    yield* readPageTexts(root, filter);
    yield;
  }
}
