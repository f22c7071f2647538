import {
  type ClassifiedPassage,
  classifyPassage,
  couldBePrinting,
  couldBeQuotation,
} from './classify-passage.ts';
import { dropUnsupportedHits } from './drop-unsupported-hits.ts';
import { findHits, findHitsAsQuoted, type Hit, unreadCharacters } from './find-hits.ts';
import { findPassages } from './find-passages.ts';
import { speakerDiffers } from './find-speaker.ts';
import { nearestTexts } from './nearest-texts.ts';
import { type PageWords, readPageWords, readTextMarks } from './page-words.ts';
import { isOfStory, type QuoteDifference, type QuoteMatch } from './quote-match.ts';
import type { ComparedWord } from './read-words.ts';
import type { StatementIndex } from './statement-index.ts';
import { readStatementWords, type StatementText, type StatementWords } from './statement-words.ts';

/** The shortest text that can contain a pair of long words. */
const minTextLength = 11;
/**
 * Characters of the page read around a hit: longer than what an outlet prints of one statement in one
 * paragraph.
 */
const reach = 1500;
/** Hits this far apart belong to two places of the block. */
const farApart = 2 * reach;
/** A place that resembles more statements than this is a list of them; only the nearest are examined. */
const maxCandidates = 8;

/**
 * The known statements that `text`, one block of a page, prints, in reading order; half-open offsets into
 * `text`. A statement printed in two pieces ("…," Amazon said, "…") is one quote match for each piece, of one
 * kind and with the differences of the whole. Never throws; linear in the text.
 */
export function matchQuotes(text: string, ...indexes: readonly StatementIndex[]): QuoteMatch[] {
  if (text.length < minTextLength) return [];
  return chooseBest(indexes.flatMap((index) => matchPlaces(text, index, findHitsBehindMarks(text, index))));
}

/**
 * Hits as from `findHits`, even in a page that hyphenates its words; folded texts no longer have such
 * characters.
 */
function findHitsBehindMarks(text: string, index: StatementIndex): readonly Hit[] {
  return withSupport(text, findVisibleHits(text, index), index);
}

function withSupport(text: string, hits: readonly Hit[], index: StatementIndex): readonly Hit[] {
  return index.needsSupport ? dropUnsupportedHits(text, hits, index) : hits;
}

function findVisibleHits(text: string, index: StatementIndex): Hit[] {
  if (text.search(unreadCharacters) < 0) return findHits(text, index);
  const removed: number[] = [];
  const plain = text.replace(unreadCharacters, (_, at: number) => {
    removed.push(at - removed.length);
    return '';
  });
  let before = 0;
  return findHits(plain, index).map(({ statement, at }) => {
    while (before < removed.length && (removed[before] as number) <= at) before += 1;
    return { statement, at: at + before };
  });
}

function matchPlaces(text: string, index: StatementIndex, hits: readonly Hit[]): RankedQuoteMatch[] {
  return listPlaces(text, hits).flatMap(({ page, statements }) =>
    statements.flatMap((statement) => matchStatement(page, statementWordsOf(index, statement))),
  );
}

/**
 * Whether a text in which blocks may run together may print a statement: never false if `matchQuotes` finds
 * one in one of its blocks.
 */
export function mayPrintStatement(text: string, index: StatementIndex): boolean {
  if (text.length < minTextLength) return false;
  const hits = findHitsBehindMarks(text, index);
  return listPlaces(text, hits).some(({ page, statements }) =>
    statements.some((number) => {
      const statement = statementWordsOf(index, number);
      return nearestTexts(page, statement.texts).some((one) =>
        findPassages(page, one).some((passage) => couldBePrinting(statement, one, passage)),
      );
    }),
  );
}

/**
 * Whether a block would print enough of a statement if quotation marks surrounded it, as a page's style may
 * add them.
 */
export function mayPrintIfQuoted(text: string, index: StatementIndex): boolean {
  if (text.length < minTextLength) return false;
  return listPlaces(text, withSupport(text, findHitsAsQuoted(text, index), index)).some(
    ({ page, statements }) =>
      statements.some((number) => {
        const statement = statementWordsOf(index, number);
        return nearestTexts(page, statement.texts).some((one) =>
          findPassages(page, one).some((passage) => couldBeQuotation(statement, one, passage)),
        );
      }),
  );
}

interface Place {
  readonly page: PageWords;
  /** Numbers of the nearest statements. */
  readonly statements: readonly number[];
}

/** Groups `hits` that are near each other. */
function listPlaces(text: string, hits: readonly Hit[]): Place[] {
  const places: Place[] = [];
  if (hits.length === 0) return places;
  const marks = readTextMarks(text);
  for (let first = 0; first < hits.length; ) {
    let last = first;
    while (last + 1 < hits.length && isOnePlace(hits, first, last + 1)) last += 1;
    const from = Math.max(0, (hits[first] as Hit).at - reach);
    const to = Math.min(text.length, (hits[last] as Hit).at + reach);
    places.push({
      page: readPageWords(marks, wordStart(text, from), to),
      statements: nearestStatements(hits.slice(first, last + 1)),
    });
    first = last + 1;
  }
  return places;
}

/** Places are split where hits are far apart, and when they get long: alignment is quadratic in a place. */
function isOnePlace(hits: readonly Hit[], first: number, next: number): boolean {
  const { at } = hits[next] as Hit;
  return at - (hits[next - 1] as Hit).at < farApart && at - (hits[first] as Hit).at < 2 * farApart;
}

function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return from === 0 || space < 0 || space > from + 40 ? from : space;
}

function nearestStatements(hits: readonly Hit[]): number[] {
  const counts = new Map<number, number>();
  for (const { statement } of hits) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, maxCandidates).map(([statement]) => statement);
}

/** Statements are read into words one by one, when a page first comes near them. */
const read = new WeakMap<StatementIndex, Map<number, StatementWords>>();

function statementWordsOf(index: StatementIndex, number: number): StatementWords {
  const known = read.get(index) ?? new Map<number, StatementWords>();
  read.set(index, known);
  const words = known.get(number) ?? readStatementWords(index.statement(number));
  known.set(number, words);
  return words;
}

/** With the number of words by which it is ranked. */
interface RankedQuoteMatch extends QuoteMatch {
  readonly matchedCount: number;
}

function matchStatement(page: PageWords, statement: StatementWords): RankedQuoteMatch[] {
  return nearestTexts(page, statement.texts).flatMap((text) =>
    findPassages(page, text).flatMap((passage) => {
      const classified = classifyPassage(page, statement, text, passage);
      return classified === null ? [] : makeQuoteMatches(page, statement, text, classified);
    }),
  );
}

function makeQuoteMatches(
  page: PageWords,
  statement: StatementWords,
  text: StatementText,
  classified: ClassifiedPassage,
): RankedQuoteMatch[] {
  const { range, kind, similarity, matchedCount } = classified;
  const differences = classified.differences.map((difference) => ({
    kind: differenceKind(difference),
    statement: textOf(text.text, difference.statement),
    page: textOf(page.text, difference.page),
  }));
  const shown = {
    statement: statement.statement.ref,
    kind,
    similarity,
    speakerDiffers: speakerDiffers(page, range.page, statement),
    differences,
    matchedCount,
  };
  return splitPieces(page, range.page).map(([first, last]) => ({
    ...shown,
    start: (page.words[first] as ComparedWord).start,
    end: (page.words[last] as ComparedWord).end,
  }));
}

function differenceKind({
  statement,
  page,
}: ClassifiedPassage['differences'][number]): QuoteDifference['kind'] {
  if (page.length === 0) return 'cut';
  return statement.length === 0 ? 'added' : 'changed';
}

/** From the first letter of the first word to the last letter of the last, with everything between. */
function textOf(text: string, words: readonly ComparedWord[]): string {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? text.slice(first.start, last.end) : '';
}

/** Runs of neighbouring words: a new piece starts where the outlet's own words interrupt. */
function splitPieces(page: PageWords, selected: readonly number[]): [number, number][] {
  const pieces: [number, number][] = [];
  for (const i of selected) {
    const piece = pieces.at(-1);
    if (piece && i === piece[1] + 1 && page.quoteOf[i] === page.quoteOf[piece[1]]) piece[1] = i;
    else pieces.push([i, i]);
  }
  return pieces;
}

/**
 * Of two quote matches that claim the same words, that of a pack that a person wrote wins over what the reader keeps, and
 * then the one with more of its statement.
 */
function chooseBest(found: RankedQuoteMatch[]): QuoteMatch[] {
  const ranked = found.toSorted(
    (a, b) =>
      Number(isOfStory(a)) - Number(isOfStory(b)) || b.matchedCount - a.matchedCount || rankOf(a) - rankOf(b),
  );
  const selected: RankedQuoteMatch[] = [];
  for (const quoteMatch of ranked) {
    const at = firstEndingAfter(selected, quoteMatch.start);
    if ((selected[at]?.start ?? Number.POSITIVE_INFINITY) >= quoteMatch.end)
      selected.splice(at, 0, quoteMatch);
  }
  return selected.map(({ matchedCount: _, ...quoteMatch }) => quoteMatch);
}

/** `traces` are ordered and disjoint. */
function firstEndingAfter(traces: readonly RankedQuoteMatch[], offset: number): number {
  let low = 0;
  let high = traces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((traces[middle] as RankedQuoteMatch).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rankOf({ kind }: QuoteMatch): number {
  return ['verbatim', 'trimmed', 'similar', 'altered'].indexOf(kind);
}
