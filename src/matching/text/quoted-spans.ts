import {
  doubleMarks,
  noBreakSpaces,
  plainOpeners,
  singleMarks,
  singleOpeners,
} from '../../knowledge/text/character-classes.ts';

/** A passage between quotation marks: half-open offsets of its content. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters after which a quotation may open. */
const openingContext = '\\s([{—–-';
const mayOpen = new RegExp(`[${doubleMarks}]|(?:^|[${openingContext}])[${singleOpeners}]`);

/**
 * Whether `text` has anything that could open a quotation; a few native searches, for every paragraph of a
 * page.
 */
export function mayQuote(text: string): boolean {
  return mayOpen.test(text);
}

/** Which marks close what a mark opens. Outlets mix them: a straight mark may also close “ and ‘. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', '”', '＂'],
  // Two single marks, as typewriters and news agencies write a double one.
  "''": ["''", '"', '”'],
  '“': ['”', '"', '“'],
  '„': ['“', '”', '"', '‟'],
  '‟': ['”', '"'],
  '«': ['»'],
  '»': ['«'],
  '〝': ['〞', '〟'],
  '＂': ['＂', '"'],
  '‘': ['’', "'"],
  "'": ["'"],
  '‚': ['‘', '’'],
  '‹': ['›'],
  '›': ['‹'],
};
const anyMark = new RegExp(`''|[${doubleMarks}${singleMarks}]`, 'g');

interface Mark {
  readonly sign: string;
  readonly at: number;
}

/**
 * The quotations of `text` in order, not nested: marks of the other kind are part of the quotation. An
 * unclosed quotation in double marks extends to the end of the text, as over several paragraphs; an unclosed
 * single mark is an apostrophe.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const marks = Array.from(text.matchAll(anyMark), ({ 0: sign, index }): Mark => ({ sign, at: index }));
  const spans: QuotedSpan[] = [];
  // If one has no closer, later ones have none either: the text is not scanned to its end for each
  // apostrophe.
  const unclosed = new Set<string>();
  for (let i = 0; i < marks.length; i++) {
    const { sign, at } = marks[i] as Mark;
    if (unclosed.has(sign) || !opens(text, marks[i] as Mark)) continue;
    const start = at + sign.length;
    const isSingle = singleOpeners.includes(sign);
    const closing = isSingle ? findSingleCloser(text, marks, i) : findDoubleCloser(text, marks, i);
    const end = marks[closing];
    if (end !== undefined) {
      // A mark typed twice closes itself: the second one opens.
      if (end.at === start) continue;
      spans.push({ start, end: end.at });
      i = closing;
    } else if (isSingle) {
      unclosed.add(sign);
    } else {
      spans.push({ start, end: text.length });
      break;
    }
  }
  return spans;
}

/** @returns the index in `marks` of the mark that closes `opening`; -1 if none does */
function findDoubleCloser(text: string, marks: readonly Mark[], opening: number): number {
  const { sign: open } = marks[opening] as Mark;
  let isCurlyOpen = false;
  for (let i = opening + 1; i < marks.length; i++) {
    const { sign, at } = marks[i] as Mark;
    // Within straight marks curly ones enclose words of their own: "It was not “a war of choice,” he said."
    if (open === '"' && sign === '“' && mayPrecede.test(text.charAt(at - 1))) isCurlyOpen = true;
    if (isCurlyOpen && sign === '”') {
      isCurlyOpen = false;
      continue;
    }
    // While “ is open, another “ starts the next paragraph of the same quotation; it closes „ as in German.
    if (closers[open]?.includes(sign) && !(open === '“' && sign === '“')) return i;
  }
  return -1;
}

/**
 * The same for a single mark, which may also be an apostrophe. "‘We protect users’ data,’": a mark after a
 * plural closes only if no other does before the next quotation.
 */
function findSingleCloser(text: string, marks: readonly Mark[], opening: number): number {
  const { sign: open } = marks[opening] as Mark;
  let possible = -1;
  for (let i = opening + 1; i < marks.length; i++) {
    const mark = marks[i] as Mark;
    const isSingle = singleOpeners.includes(mark.sign);
    if (closers[open]?.includes(mark.sign)) {
      const claim = claimToClose(text, mark);
      if (claim === 'certain') return mayOverrule(text, marks[possible], mark) ? i : possible;
      if (claim === 'possible' && possible < 0) possible = i;
    }
    if (possible >= 0 && isSingle && opens(text, mark)) return possible;
    if (isSingle || !opens(text, mark)) continue;
    const nested = findDoubleCloser(text, marks, i);
    if (nested < 0) return possible;
    i = nested;
  }
  return possible;
}

/**
 * Whether a certain closing mark overrules an earlier possible one. After a sign it ends one sentence or
 * more; otherwise it ends a few words, and in another sentence it belongs to other words.
 */
function mayOverrule(text: string, possible: Mark | undefined, { at }: Mark): boolean {
  if (possible === undefined) return true;
  return (
    /[\p{P}\p{S}]$/u.test(text.slice(Math.max(0, at - 2), at)) || !/[.!?]\s/.test(text.slice(possible.at, at))
  );
}

/** Whether a single mark closes a quotation, judging by the letters beside it. */
function claimToClose(text: string, { sign, at }: Mark): 'certain' | 'possible' | 'none' {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  // "’90s", "’em"
  if (/^$|[\s([{]$/.test(before)) return /^[\p{L}\p{N}]/u.test(after) ? 'none' : 'certain';
  // "don’t", but not "‘a weapon’3" nor "‘It is.’She"
  if (/[\p{L}\p{M}]$/u.test(before) && /^\p{L}/u.test(after)) return 'none';
  if (/\p{N}$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return 'none';
  // 6' 2": feet
  if (sign === "'" && /\p{N}$/u.test(before) && /^\s/.test(after)) return 'possible';
  const mayBeApostrophe = sign === '’' || sign === "'";
  // "rock ’n’ roll"
  if (mayBeApostrophe && /[’'‘]n$/i.test(before)) return 'none';
  // "users’ data", "singin’ and"
  const isLikeApostrophe = mayBeApostrophe && /(?:[sxz]|in)$/i.test(before) && /^\s[\p{L}\p{N}]/u.test(after);
  return isLikeApostrophe ? 'possible' : 'certain';
}

const mayPrecede = new RegExp(`^$|[${openingContext}]`);
const mayBegin = /^[\p{L}\p{N}\p{Sc}[(…“„"«#@¿¡]/u;
const noBreakSpace = new RegExp(`^[${noBreakSpaces}]`);
const elision = /^(?:em|tis|twas|n|\d\ds)(?![\p{L}\p{N}-])/iu;

function opens(text: string, { sign, at }: Mark): boolean {
  if (closers[sign] === undefined) return false;
  const before = text.charAt(at - 1);
  const after = text.slice(at + sign.length, at + sign.length + 5);
  // After a word and before a space it closes what another paragraph opened, or means inches.
  if (sign === '"' || sign === '＂') return mayPrecede.test(before) || mayBegin.test(after);
  if (sign === "''") return mayPrecede.test(before) && mayBegin.test(after);
  const isPlain = plainOpeners.includes(sign);
  if (isPlain) return true;
  if (!mayPrecede.test(before)) return false;
  // French guillemets have a no-break space inside; with an ordinary one they are arrows of a menu.
  if (sign === '‹') return mayBegin.test(after.replace(noBreakSpace, ''));
  return mayBegin.test(after) && !((sign === "'" || sign === '‘') && elision.test(after));
}
