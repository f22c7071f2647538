import {
  ambiguousDoubleOpeners,
  ambiguousOpeners,
  doubleMarks,
  plainOpeners,
  singleMarks,
} from '../../knowledge/text/character-classes.ts';
import { findQuotedSpans } from '../../matching/text/quoted-spans.ts';
import type { Article, TextSpan } from '../text/article.ts';
import { attributionVerbs } from '../text/attribution-verbs.ts';
import { placeParagraphs } from '../text/place-paragraphs.ts';

export interface PlacedQuotation extends TextSpan {
  /** Half-open offsets with the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly isNested: boolean;
  /** Nothing closes it: it continues in the next paragraph, or the outlet forgot the mark. */
  readonly isOpen: boolean;
}

const verb = `(?:${attributionVerbs.join('|')})`;
/**
 * "She said", "Nicole Ozer said", "the company said" and their inversions, right after the comma that ends a
 * quotation.
 */
const attribution = new RegExp(
  `[,?!]\\s+(?:(?:[Hh]e|[Ss]he|[Tt]hey|I|we|(?:[Tt]he\\s+|an?\\s+)?[\\p{L}.’'-]+(?:\\s+\\p{Lu}[\\p{L}.’'-]+){0,3})\\s+${verb}|${verb}\\s+(?:\\p{Lu}|the\\s|an?\\s))`,
  'u',
);
/** How often the rest of a paragraph is read again after an unclosed quotation. */
const mostCuts = 20;
const opensParagraph = new RegExp(`^\\s*(?:[${plainOpeners}${ambiguousDoubleOpeners}]|'')`);
/** A curly mark opens while another is open. */
const opensTwice = /\s“/;
const doubleMark = new RegExp(`[${doubleMarks}]|''`);
const openingMark = new RegExp(`(?:''|[${plainOpeners}${ambiguousOpeners}])$`);
/** All but those that only ever open. */
const closingMark = new RegExp(`^(?:''|(?![„〝‚])[${doubleMarks}${singleMarks}])`);
/** The end of a sentence outside marks. */
const sentenceEnd = /[.!?…](?=\s|$)/;

interface Paragraph {
  readonly text: string;
  readonly at: number;
}

type Unmarked = Omit<PlacedQuotation, 'outerStart' | 'outerEnd'>;

/**
 * Locates the quotations of an article, in reading order; a quotation over several paragraphs is one for each
 * of them.
 */
export function placeQuotations({
  text,
  quotedBlocks = [],
}: Pick<Article, 'text' | 'quotedBlocks'>): PlacedQuotation[] {
  const paragraphs = placeParagraphs(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    at: start,
  }));
  const found: Unmarked[] = [];
  let isContinued = false;
  for (const [number, paragraph] of paragraphs.entries()) {
    const placed = placeInParagraph(paragraph, isContinued, paragraphs[number + 1]);
    isContinued =
      placed.at(-1)?.isOpen ?? (isContinued && !doubleMark.test(paragraph.text) && placed.length > 0);
    if (placed.length === 0) placed.push(...placeQuotedBlock(paragraph, quotedBlocks));
    for (const quotation of placed) found.push(quotation, ...placeNested(text, quotation));
  }
  return found.map((quotation) => {
    const { open, close } = marksAround(text, quotation);
    return {
      ...quotation,
      outerStart: quotation.start - open.length,
      outerEnd: quotation.end + close.length,
    };
  });
}

/** The marks around a quotation as printed; empty where one is missing. */
export function marksAround(text: string, { start, end }: TextSpan): { open: string; close: string } {
  return {
    open: openingMark.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '',
    close: closingMark.exec(text.slice(end, end + 2))?.[0] ?? '',
  };
}

function placeInParagraph(
  { text, at }: Paragraph,
  isContinued: boolean,
  next: Paragraph | undefined,
): Unmarked[] {
  const placed: Unmarked[] = [];
  const add = (start: number, end: number, isOpen: boolean) => {
    if (/\S/.test(text.slice(start, end)))
      placed.push({ start: at + start, end: at + end, isOpen, isNested: false });
  };
  const lostOpening = findLostOpening(text, isContinued);
  if (lostOpening >= 0) add(0, lostOpening, false);
  let offset = Math.max(0, lostOpening + 1);
  for (let cuts = 0; offset < text.length && cuts <= mostCuts; cuts += 1) {
    const from = offset;
    offset = text.length;
    for (const span of findQuotedSpans(text.slice(from))) {
      const start = from + span.start;
      const end = from + span.end;
      const isOpen = end === text.length;
      const isUnbalanced = isOpen ? !goesOn(next) : opensTwice.test(text.slice(start, end));
      const cut = isUnbalanced ? Math.min(end, endOfUnclosed(text, start, isOpen)) : end;
      add(start, cut, isOpen && !isUnbalanced);
      if (cut < end) offset = cut;
    }
  }
  return placed;
}

/** Whether the next paragraph shows that a quotation continues in it. */
function goesOn(next: Paragraph | undefined): boolean {
  return next !== undefined && (opensParagraph.test(next.text) || closesFirst(next.text) >= 0);
}

/**
 * @returns where a mark closes what this paragraph did not open; -1 if its first mark opens, or there is none
 */
function closesFirst(text: string): number {
  const at = text.search(doubleMark);
  if (at <= 0 || /[\s([{—–]/.test(text.charAt(at - 1))) return -1;
  const mark = text.charAt(at);
  const after = text.charAt(at + (mark === "'" ? 2 : 1));
  const mayClose = mark === '"' || mark === "'" || mark === '”' || mark === '＂';
  // 6" is a length, and a mark between two letters belongs to no quotation.
  return mayClose && !/[\p{L}\p{N}]/u.test(after) && !/\p{N}/u.test(text.charAt(at - 1)) ? at : -1;
}

/** The same, if an earlier paragraph opened the quotation or the following words attribute it. */
function findLostOpening(text: string, isContinued: boolean): number {
  const at = closesFirst(text);
  if (at < 0 || isContinued) return at;
  const isAttributed =
    /[,?!]/.test(text.charAt(at - 1)) && attribution.exec(`,${text.slice(at + 1, at + 80)}`)?.index === 0;
  return isAttributed ? at : -1;
}

/**
 * The end of a quotation without a closing mark: before its attribution, else at the end of the paragraph
 * that it fills, or of its sentence.
 */
function endOfUnclosed(text: string, start: number, isOpen: boolean): number {
  const rest = text.slice(start);
  const attributed = attribution.exec(rest);
  if (attributed) return start + attributed.index + 1;
  if (!isOpen || (opensParagraph.test(text) && start <= 3)) return text.length;
  const end = sentenceEnd.exec(rest);
  return end ? start + end.index + 1 : text.length;
}

/** A paragraph that the page set as a quotation needs no marks. */
function placeQuotedBlock({ text, at }: Paragraph, blocks: readonly TextSpan[]): Unmarked[] {
  const end = at + text.length;
  const isQuoted = blocks.some((block) => block.start <= at && end <= block.end);
  return isQuoted ? [{ start: at, end, isOpen: false, isNested: false }] : [];
}

/** Quotations within a quotation, one level deep: "He told me ‘no,’ and left." */
function placeNested(text: string, outer: Unmarked): Unmarked[] {
  const inner = text.slice(outer.start, outer.end);
  const second = inner.search(opensTwice);
  const spans = findQuotedSpans(inner).filter(({ start, end }) => end < inner.length || start === second + 2);
  return spans
    .filter(({ start, end }) => /\S/.test(inner.slice(start, end)))
    .map(({ start, end }) => ({
      start: outer.start + start,
      end: outer.start + end,
      isOpen: false,
      isNested: true,
    }));
}
