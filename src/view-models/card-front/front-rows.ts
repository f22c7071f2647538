import { excerpt, excerptAbout } from '../../knowledge/text/excerpt.ts';
import { countWords } from '../../knowledge/text/locate-words.ts';
import { foldContext } from '../../matching/text/fold-context.ts';
import { sentenceStarts } from '../../matching/text/split-sentences.ts';
import type { CardClaim, CardContent, CardStatement, CitedSource, SpokenStance } from '../card-content.ts';
import { articleKeyOf, outletKeyOf } from '../cite-source.ts';
import { compareWording } from '../compare-wording.ts';
import { dropRepeated } from '../panel-summary.ts';
import type { FrontRow } from './card-front.ts';

/** Three outlets fit into the first screen. */
const maxRows = 3;
/** In characters: some three lines of a card. */
const maxRowLength = 80;
/** Enough to tell for each of the few rows that it is the whole statement: that takes few steps. */
const stepsForRow = 10_000;

function sourceRow(source: CitedSource, words: readonly string[]): FrontRow {
  const isAltered = source.rewordedFrom !== undefined;
  return { source, outletKey: outletKeyOf(source), isThisPage: false, isAltered, stances: [], words };
}

/** What each article says of a claim, this page's first, and all of it: `chooseRows` shortens. */
export function listClaimRows({ page }: Pick<CardContent, 'page'>, claim: CardClaim): FrontRow[] {
  const here = page?.claims.find(({ ref }) => ref === claim.ref);
  const rows = new Map<string, FrontRow>();
  for (const { source, stance, voice, evidence, note } of claim.positions) {
    if (stance === 'does-not-mention') continue;
    const key = articleKeyOf(source);
    const known = rows.get(key);
    const mergedVoice = known === undefined ? voice : known.voice === voice ? voice : undefined;
    const mergedNote = known?.note ?? note;
    rows.set(key, {
      ...sourceRow(known?.source ?? source, [...new Set([...(known?.words ?? []), ...evidence])]),
      stances: [...new Set<SpokenStance>([...(known?.stances ?? []), stance])],
      ...(mergedVoice !== undefined && { voice: mergedVoice }),
      ...(mergedNote !== undefined && { note: mergedNote }),
    });
  }
  if (here !== undefined && page?.source) rows.delete(articleKeyOf(page.source));
  const others = [...rows.values()];
  if (here === undefined) return others;
  const { stances, voice, words } = here;
  return [{ ...pageRow(page, true), stances, ...(voice !== undefined && { voice }), words }, ...others];
}

/** Who prints a statement, and all of its printing: this page first, then the fullest. */
export function listStatementRows(
  { page }: Pick<CardContent, 'page'>,
  { ref, speaker, wordings }: CardStatement,
): FrontRow[] {
  const rows = new Map<string, FrontRow>();
  for (const { source, parts } of wordings) {
    const row = sourceRow(
      source,
      parts.map(({ text }) => text),
    );
    const key = articleKeyOf(source);
    const known = rows.get(key);
    if (known === undefined || lengthOf(known) < lengthOf(row)) rows.set(key, row);
  }
  const here = page?.statements.find((printed) => printed.ref === ref);
  const isKnown = here !== undefined && isFromPack(page, wordings, here.words);
  if (isKnown && page?.source) rows.delete(articleKeyOf(page.source));
  // The speaker's own publication comes first.
  const isSpeakers = ({ source }: FrontRow) =>
    Number(source?.outlet.includes(speaker?.text ?? '\n') ?? false);
  const others = [...rows.values()].sort(
    (a, b) => isSpeakers(b) - isSpeakers(a) || lengthOf(b) - lengthOf(a),
  );
  if (here === undefined) return others;
  return [{ ...pageRow(page, isKnown), stances: [], words: here.words }, ...others];
}

/** Whether the pack has these words from the article that the page is, in any of its editions. */
function isFromPack(
  page: CardContent['page'],
  wordings: CardStatement['wordings'],
  words: readonly string[],
): boolean {
  if (!page?.source) return false;
  const article = articleKeyOf(page.source);
  const known = wordings
    .filter(({ source }) => articleKeyOf(source) === article)
    .flatMap(({ parts }) => parts.map(({ text }) => foldContext(text)));
  return words.every((printed) => {
    const folded = foldContext(printed).trim();
    return known.some((text) => text.includes(folded));
  });
}

function lengthOf({ words }: FrontRow): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** @param isFromPack false if the pack does not have its words from its outlet, under whose name they then are not */
function pageRow(
  page: CardContent['page'],
  isFromPack: boolean,
): Pick<FrontRow, 'source' | 'outletKey' | 'isThisPage' | 'isAltered'> {
  const isAltered = page?.source?.rewordedFrom !== undefined;
  const source = isFromPack ? page?.source : undefined;
  const isNamed = source !== undefined && !isAltered && !page?.isReprint;
  return {
    ...(isNamed && { source }),
    ...{ outletKey: source ? outletKeyOf(source) : '', isThisPage: true, isAltered },
  };
}

export function listFactRows({ cites }: CardContent['facts'][number]): FrontRow[] {
  const rows = new Map<string, FrontRow>();
  for (const { source, quote } of cites) {
    const key = articleKeyOf(source);
    if (quote !== undefined && !rows.has(key)) rows.set(key, sourceRow(source, [quote]));
  }
  return [...rows.values()];
}

/**
 * The rows that are shown: this page's, one that says otherwise than it, the source that speaks for itself, then others;
 * rows with words before those without. Of one outlet's articles one of each stance. An altered copy that is not this
 * page, or a source of which nothing can be shown, only if there is nothing else.
 */
export function chooseRows(rows: readonly FrontRow[]): FrontRow[] {
  const sound = rows
    .filter(({ isAltered, isThisPage }) => isThisPage || !isAltered)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const telling = sound.filter(({ words, note }) => words.length > 0 || note !== undefined);
  const [first, ...others] = oneOfEachOutlet(telling.length > 0 ? telling : sound);
  if (first === undefined) return rows.slice(0, maxRows);
  const opponent = others.find((row) => saysOtherwise(row) !== saysOtherwise(first));
  const rest = others.filter((row) => row !== opponent);
  return [first, ...(opponent ? [opponent] : []), ...rest].slice(0, maxRows);
}

function oneOfEachOutlet(rows: readonly FrontRow[]): FrontRow[] {
  const seen = new Set<string>();
  return rows.filter(({ outletKey, stances }) => {
    const key = [outletKey, ...stances.toSorted()].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

function rankOf({ isThisPage, words, voice, stances }: FrontRow): number {
  if (isThisPage) return 0;
  const isSecond = stances.length > 0 && !stances.includes('says');
  return 1 + (words.length > 0 ? 0 : 4) + (voice === 'own' ? 0 : 2) + (isSecond ? 1 : 0);
}

function saysOtherwise({ stances }: FrontRow): boolean {
  return stances.includes('says-otherwise');
}

/** The words of a claim's or fact's rows, short enough for the first screen; of a long passage what is about it. */
export function shortenRows(rows: readonly FrontRow[], subject: string): FrontRow[] {
  return rows.map((row) => ({
    ...row,
    words: row.words
      .slice(0, 2)
      .map((words, _, shown) => excerptAbout(words, subject, maxRowLength / shown.length)),
  }));
}

/**
 * Of each printing of a statement one passage that the rows above do not show, as far as there is one, and how much of
 * the statement it is.
 */
export function excerptRows(rows: readonly FrontRow[], known: CardStatement['sentences']): FrontRow[] {
  const whole = known.includes(null) ? undefined : countWords(known.join(' '));
  let seen = '';
  return rows.map((row) => {
    const sentences = row.words.flatMap(splitSentences);
    const fresh = sentences.find((sentence) => !seen.includes(beginningOf(sentence))) ?? sentences[0];
    const words = fresh === undefined ? [] : [excerpt(fresh.replace(edgeMarks, ''), maxRowLength)];
    seen += ` ${words.map(plainLetters).join(' ')}`;
    return { ...row, words, extent: measureExtent(dropRepeated(row.words), known, whole) };
  });
}

/** @param whole the number of the statement's words, if all are known */
function measureExtent(
  passages: readonly string[],
  known: CardStatement['sentences'],
  whole: number | undefined,
): NonNullable<FrontRow['extent']> {
  const words = countWords(passages.join(' '));
  if (whole === undefined || words < whole) return { words, ...(whole !== undefined && { ofWords: whole }) };
  const parts = passages.map((text) => ({ text }));
  const { differences } = compareWording(known, { parts }, stepsForRow);
  const isInFull = differences !== undefined && differences.cutCount + differences.changedCount === 0;
  return isInFull ? { words: whole, ofWords: whole } : { words };
}

/** Quotation marks that a sentence cut out of a longer passage keeps at one end. */
const edgeMarks = /^[“"«]+|[”"»]+$/gu;

function splitSentences(text: string): string[] {
  const starts = sentenceStarts(text);
  return starts
    .map((start, at) => text.slice(start, starts[at + 1] ?? text.length).trim())
    .filter((sentence) => sentence !== '');
}

/** Enough of a sentence to tell it from others. */
function beginningOf(sentence: string): string {
  return plainLetters(sentence).slice(0, 40);
}

function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
