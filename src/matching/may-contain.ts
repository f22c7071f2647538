import { ambiguousOpeners } from '../knowledge/text/character-classes.ts';
import type { NameIndex } from './names/name-index.ts';
import { mayPrintStatement } from './quotations/match-quotes.ts';
import type { StatementIndex } from './quotations/statement-index.ts';
import { foldCharacter, foldKeepingCase } from './text/fold-character.ts';

/**
 * Whether the text of a page may contain a name that is shown on every page, or a known statement.
 *
 * The text is what `textContent` returns: block boundaries are not marked, so words of two blocks may run
 * together. Never false if reading the page block by block finds something; may be true if that finds
 * nothing.
 */
export type MayContain = (text: string) => boolean;

/** Shorter names are searched for one by one. */
const windowLength = 4;
/** Bits of the table that rejects most positions of a text: with 100,000 names, about one in twenty passes. */
const tableBits = 21;

export function makeMayContain(names: NameIndex, statements: readonly StatementIndex[]): MayContain {
  const mayContainName = makeMayContainName(names);
  const filled = statements.filter(({ statementCount }) => statementCount > 0);
  return (text) => {
    if (mayContainName(text)) return true;
    if (filled.length === 0) return false;
    const parted = text.replace(blockStarts, ' ');
    return filled.some(
      (index) =>
        mayPrintStatement(parted, index) ||
        // A name with a capital inside is one word in the text, and two in the other.
        (index.needsSupport !== true && mayPrintStatement(text, index)),
    );
  };
}

/** Letters of a name to search for: names that differ only beyond them count as one here. */
const maxTriggerLength = 40;
/** Up to this many short names are searched for one by one, more in one pass for all. */
const fewShort = 64;

/**
 * How each of the names with the same squeezed form is written, if case matters; null once it does not matter
 * for one of them.
 */
type WrittenForms = string[] | null;

/**
 * Squeezes names and text: folded, without white space. So a name is found whatever separates its letters on
 * the page, and even where words of two blocks run together.
 */
function makeMayContainName(index: NameIndex): MayContain {
  const names = new Map<string, WrittenForms>();
  const short = new Set<string>();
  /** The lengths of the names that start with a window. */
  const lengths = new Map<number, number[]>();
  const table = new Uint8Array(2 ** (tableBits - 3));
  for (let id = 0; id < index.nameCount; id += 1) {
    if (!index.isAlwaysShown(id)) continue;
    const { folded, options } = index.pattern(id);
    const squeezed = squeeze(folded).toLowerCase().slice(0, maxTriggerLength);
    addWrittenForm(names, squeezed, options.isExactCase ? squeeze(folded, true) : undefined);
    if (squeezed.length < windowLength) {
      short.add(squeezed);
      continue;
    }
    const window = hashWindow(squeezed, 0);
    table[window >>> 3] = (table[window >>> 3] as number) | (1 << (window & 7));
    const known = lengths.get(window);
    if (!known) lengths.set(window, [squeezed.length]);
    else if (!known.includes(squeezed.length)) known.push(squeezed.length);
  }
  return (text) => {
    const squeezed = squeeze(text).toLowerCase();
    const isWritten = makeIsWritten(text);
    const isName = (one: string) => {
      const writtenForms = names.get(one);
      return writtenForms !== undefined && isWritten(writtenForms);
    };
    if (listShort(squeezed, short).some(isName)) return true;
    for (let at = 0; at + windowLength <= squeezed.length; at += 1) {
      const window = hashWindow(squeezed, at);
      if (((table[window >>> 3] as number) & (1 << (window & 7))) === 0) continue;
      const known = lengths.get(window) as number[];
      if (known.some((length) => isName(squeezed.slice(at, at + length)))) return true;
    }
    return false;
  };
}

function addWrittenForm(names: Map<string, WrittenForms>, squeezed: string, exact: string | undefined): void {
  const writtenForms = names.get(squeezed);
  if (exact === undefined || writtenForms === null) names.set(squeezed, null);
  else if (writtenForms) writtenForms.push(exact);
  else names.set(squeezed, [exact]);
}

/**
 * The short names that a text contains in any case: searched for one by one or, if there are many, in one
 * pass.
 */
function listShort(squeezed: string, short: ReadonlySet<string>): string[] {
  if (short.size <= fewShort) return [...short].filter((name) => squeezed.includes(name));
  const there = new Set<string>();
  for (let at = 0; at < squeezed.length; at += 1) {
    for (let length = 1; length < windowLength; length += 1) there.add(squeezed.slice(at, at + length));
  }
  return [...short].filter((name) => there.has(name));
}

/** Whether a text that contains a name in any case contains it as written; each form is searched for once. */
function makeIsWritten(text: string): (writtenForms: WrittenForms) => boolean {
  let cased: string | undefined;
  const known = new Map<WrittenForms, boolean>();
  return (writtenForms) => {
    if (writtenForms === null) return true;
    let isThere = known.get(writtenForms);
    if (isThere === undefined) {
      const written = cased ?? squeeze(text, true);
      cased = written;
      isThere = writtenForms.some((exact) => written.includes(exact));
      known.set(writtenForms, isThere);
    }
    return isThere;
  };
}

function hashWindow(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + windowLength; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return hash >>> (32 - tableBits);
}

const asciiSpaces = /[\t-\r ]+/g;
const foldable = /[^!-_a-~]/gu;

/** Folds each character as `matchNameAt` does, and drops white space. */
function squeeze(text: string, keepCase = false): string {
  const fold = keepCase ? foldKeepingCase : foldCharacter;
  return text.replace(asciiSpaces, '').replace(foldable, (character) => {
    const folded = fold(character.codePointAt(0) as number);
    return folded === ' ' ? '' : folded;
  });
}

/** Where the next block may begin: at a capital inside an apparent word, and at any quotation mark. */
const blockStarts = new RegExp(`(?<=[\\p{Ll}\\p{N}\\p{P}])(?=\\p{Lu})|(?=[${ambiguousOpeners}])`, 'gu');
