import { mayPrintStatement } from './find-traces.ts';
import { foldCharacter, foldKeepingCase } from './fold-character.ts';
import type { NameIndex } from './name-index.ts';
import type { StatementIndex } from './statement-index.ts';

/**
 * Whether the text of a page could hold a name that is shown on every page, or a known statement.
 *
 * The text is what `textContent` gives: nothing marks where one block ends and the next begins, so words of two blocks may
 * run together. The answer is never no where reading the page block by block finds something; it may be yes where that
 * finds nothing.
 */
export type MayHold = (text: string) => boolean;

/** Shorter names are searched for one by one. */
const windowLength = 4;
/** Bits of the table that most places of a text are refused by: one place in some twenty passes with 100,000 names. */
const tableBits = 21;

export function makeMayHold(names: NameIndex, statements: readonly StatementIndex[]): MayHold {
  const mayHoldName = makeMayHoldName(names);
  return (text) => mayHoldName(text) || statements.some((index) => mayHoldStatement(text, index));
}

interface SoughtName {
  /** Squeezed, in lower case. */
  readonly squeezed: string;
  /** Squeezed with its case, where case counts. */
  readonly exact?: string;
}

/**
 * A name is squeezed together with the text: folded, and without white space. So its letters are found whatever parts
 * them on the page, and where words of two blocks run together.
 */
function makeMayHoldName(index: NameIndex): MayHold {
  const short: SoughtName[] = [];
  const byWindow = new Map<number, SoughtName[]>();
  const table = new Uint8Array(2 ** (tableBits - 3));
  for (let id = 0; id < index.nameCount; id += 1) {
    if (!index.isAlwaysShown(id)) continue;
    const { folded, options } = index.pattern(id);
    const squeezed = squeeze(folded).toLowerCase();
    const name = { squeezed, ...(options.isExactCase && { exact: squeeze(folded, true) }) };
    if (squeezed.length < windowLength) {
      short.push(name);
      continue;
    }
    const window = hashWindow(squeezed, 0);
    table[window >>> 3] = (table[window >>> 3] as number) | (1 << (window & 7));
    const known = byWindow.get(window);
    if (known) known.push(name);
    else byWindow.set(window, [name]);
  }
  return (text) => {
    const squeezed = squeeze(text).toLowerCase();
    let cased: string | undefined;
    const isThere = ({ exact }: SoughtName) => {
      if (exact === undefined) return true;
      cased ??= squeeze(text, true);
      return cased.includes(exact);
    };
    if (short.some((name) => squeezed.includes(name.squeezed) && isThere(name))) return true;
    for (let at = 0; at + windowLength <= squeezed.length; at += 1) {
      const window = hashWindow(squeezed, at);
      if (((table[window >>> 3] as number) & (1 << (window & 7))) === 0) continue;
      const sought = byWindow.get(window) as SoughtName[];
      if (sought.some((name) => squeezed.startsWith(name.squeezed, at) && isThere(name))) return true;
    }
    return false;
  };
}

function hashWindow(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + windowLength; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return hash >>> (32 - tableBits);
}

const asciiSpaces = /[\t-\r ]+/g;
const foldable = /[^!-_a-~]/gu;

/** Folds character by character as `matchNameAt` does, and leaves out white space. */
function squeeze(text: string, keepCase = false): string {
  const fold = keepCase ? foldKeepingCase : foldCharacter;
  return text.replace(asciiSpaces, '').replace(foldable, (character) => {
    const folded = fold(character.codePointAt(0) as number);
    return folded === ' ' ? '' : folded;
  });
}

/** Where the next block may begin: at a capital within what looks like one word, and at any quotation mark. */
const blockStarts = /(?<=[\p{Ll}\p{N}\p{P}])(?=\p{Lu})|(?=["'‘‚‹›»＂])/gu;

function mayHoldStatement(text: string, index: StatementIndex): boolean {
  if (index.statementCount === 0) return false;
  return mayPrintStatement(text, index) || mayPrintStatement(text.replace(blockStarts, ' '), index);
}
