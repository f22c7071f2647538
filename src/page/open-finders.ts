import { findTraceCandidates } from '../matching/find-trace-candidates.ts';
import { openNameIndex } from '../matching/name-index.ts';
import { openStatementIndex, type StatementIndex } from '../matching/statement-index.ts';
import { type NameSource, openBroughtFinders } from './bring-names.ts';
import { findersOfNames, type OpenFinders } from './finders-of-names.ts';

/** All names and statements, or where those are that are too many to lie in each page. */
export type KnownNames =
  | { readonly isWhole: true; readonly names: Uint8Array; readStatements(): Uint8Array }
  | { readonly isWhole: false; readonly source: NameSource };

/**
 * @param signal ends the reading of words for names that are brought
 * @throws where the bytes are none that `compile-names.ts` has made
 */
export function openFinders(known: KnownNames, signal: AbortSignal): OpenFinders {
  if (!known.isWhole) return openBroughtFinders(known.source, signal);
  const index = openNameIndex(known.names);
  let opened: StatementIndex | undefined;
  const openStatements = () => (opened ??= openStatementIndex(known.readStatements()));
  return {
    names: index,
    statements: openStatements,
    finders: {
      ...findersOfNames(index),
      findCandidates: (folded) => findTraceCandidates(folded, openStatements()),
    },
  };
}
