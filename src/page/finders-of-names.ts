import { findNames } from '../matching/find-names.ts';
import type { NameIndex } from '../matching/name-index.ts';
import type { StatementIndex } from '../matching/statement-index.ts';
import { findInPage } from './find-in-page.ts';
import type { Finders } from './page-reading.ts';

/** The indexes of one frame, and what finds by them. */
export interface OpenFinders {
  readonly names: NameIndex;
  /** Opened when first asked for: most pages come to no statement. */
  statements(): StatementIndex;
  readonly finders: Finders;
}

/** What finds by the names alone, wherever these come from. */
export function findersOfNames(index: NameIndex): Pick<Finders, 'findNames' | 'isAlwaysShown' | 'scan'> {
  return {
    findNames: (text) => findNames(text, index),
    isAlwaysShown: (nameId) => index.isAlwaysShown(nameId),
    scan: (root) => findInPage(root, index),
  };
}
