import { findNames } from '../matching/find-names.ts';
import { findTraceCandidates } from '../matching/find-trace-candidates.ts';
import { type NameIndex, openNameIndex } from '../matching/name-index.ts';
import { openStatementIndex, type StatementIndex } from '../matching/statement-index.ts';
import { findInPage } from './find-in-page.ts';
import type { Finders } from './page-reading.ts';

/** The indexes of one frame, and what finds by them. */
export interface OpenFinders {
  readonly names: NameIndex;
  /** Opened when first asked for: most pages come to no statement. */
  statements(): StatementIndex;
  readonly finders: Finders;
}

/** @throws where the bytes are none that `compile-names.ts` has made */
export function openFinders(names: Uint8Array, statements: () => Uint8Array): OpenFinders {
  const index = openNameIndex(names);
  let opened: StatementIndex | undefined;
  const openStatements = () => (opened ??= openStatementIndex(statements()));
  return {
    names: index,
    statements: openStatements,
    finders: {
      ...findersOfNames(index),
      findCandidates: (folded) => findTraceCandidates(folded, openStatements()),
    },
  };
}

/** What finds by the names alone, wherever these come from. */
export function findersOfNames(index: NameIndex): Pick<Finders, 'findNames' | 'isAlwaysShown' | 'scan'> {
  return {
    findNames: (text) => findNames(text, index),
    isAlwaysShown: (nameId) => index.isAlwaysShown(nameId),
    scan: (root) => findInPage(root, index),
  };
}
