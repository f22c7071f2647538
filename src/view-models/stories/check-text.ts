import { lookUpPack } from '../../knowledge/look-up-pack.ts';
import type { Pack } from '../../knowledge/pack-schema.ts';
import { isKept, splitRef } from '../../knowledge/qualify-pack.ts';
import { locateWords } from '../../knowledge/text/locate-words.ts';
import { compileStatements } from '../../matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../matching/quotations/match-quotes.ts';
import type { QuoteDifference, QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { openStatementIndex } from '../../matching/quotations/statement-index.ts';
import { findQuotations } from '../../stories/quotations/find-quotations.ts';
import type { Quotation, TextSpan } from '../../stories/text/article.ts';
import { placeParagraphs } from '../../stories/text/place-paragraphs.ts';
import { toCardPack } from '../make-card-content.ts';
import { makeCardStatement } from '../make-card-statement.ts';
import {
  type CheckedQuotation,
  type CheckedText,
  type CheckOutcome,
  type FoundStatement,
  maxCheckedLength,
} from './checked-text.ts';
import { createWordFinder } from './find-printed-words.ts';
import { findKeptWords, type KeptWords } from './kept-words.ts';

export interface TextChecker {
  check(typed: string): CheckedText;
}

/** Fewer words may be anybody's. */
const minWords = 3;

/**
 * Prepares packs for checking texts: costs as much as compiling their statements, and each check after that little.
 * @param articles what is kept: also the words that they print without quotation marks are looked up
 */
export function createTextChecker(packs: readonly Pack[], articles: readonly KeptWords[] = []): TextChecker {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  // What is kept is matched as one pack, however many stories there are.
  const kept = packs.filter(({ id }) => isKept(id));
  const groups = [...packs.filter((pack) => !kept.includes(pack)).map((pack) => [pack]), kept];
  const indexes = groups
    .map((group) => group.flatMap(statementsOfPack))
    .filter((statements) => statements.length > 0)
    .map((statements) => openStatementIndex(compileStatements(statements)));
  const findWords = createWordFinder(packs);
  const describe = (match: Pick<QuoteMatch, 'statement' | 'kind' | 'differences' | 'speakerDiffers'>) => {
    const { packId, id } = splitRef(match.statement);
    const pack = byId.get(packId);
    const statement = pack && lookUpPack(pack).statement(id);
    return pack && statement ? [describeFound(pack, statement, match)] : [];
  };

  return {
    check(typed) {
      const text = typed.slice(0, maxCheckedLength);
      const paragraphs = placeParagraphs(text);
      const quotedBlocks = paragraphs.filter((paragraph) => isQuotedBlock(text, paragraph));
      const article = { ...nameless, text, quotedBlocks };
      const matches = paragraphs.flatMap(({ start, end }) =>
        indexes.flatMap((index) =>
          matchQuotes(text.slice(start, end), index).map((match) => moveBy(match, start)),
        ),
      );
      const groupsOfQuotations = groupQuotations(text, findQuotations(article));
      const marked = groupsOfQuotations.flatMap((parts) => {
        const own = matches.filter((match) => parts.some((part) => overlaps(part, match)));
        const found = joinPieces(own).flatMap(describe);
        if (found.length > 0) return [describeQuotation(text, parts, found, own)];
        return [describeUnmatched(text, parts, findWords, articles)];
      });
      const quoted = groupsOfQuotations.flat();
      const unmarked = groupByPlace(
        matches.filter((match) => !quoted.some((part) => overlaps(part, match))),
      ).flatMap((own) => {
        const found = joinPieces(own).flatMap(describe);
        return found.length > 0 ? [describeStatement(text, own, found)] : [];
      });
      return {
        isCut: typed.length > maxCheckedLength,
        sourceCount: countSources(packs),
        quotations: [...marked, ...unmarked]
          .sort((a, b) => rankOf(a) - rankOf(b) || a.start - b.start)
          .map(({ start: _, ...quotation }) => quotation),
      };
    },
  };
}

/** A text tells nothing of itself. */
const nameless = { title: '', outlet: '', authors: [], date: '', address: '', language: '' };

/** A paragraph after `>`, as letters and the answers of chat assistants set quotations. */
function isQuotedBlock(text: string, { start, end }: TextSpan): boolean {
  return /^\s*>/.test(text.slice(start, end));
}

function countSources(packs: readonly Pack[]): number {
  return packs.reduce(
    (sum, { sources }) =>
      sum + sources.filter(({ editionOf, rewordedFrom }) => !editionOf && !rewordedFrom).length,
    0,
  );
}

function moveBy(match: QuoteMatch, by: number): QuoteMatch {
  return { ...match, start: match.start + by, end: match.end + by };
}

function overlaps(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** One for each quotation of the text, with the pieces into which an attribution divides its sentence. */
function groupQuotations(text: string, quotations: readonly Quotation[]): Quotation[][] {
  const groups: Quotation[][] = [];
  for (const quotation of quotations) {
    if (quotation.isNested) continue;
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const isDivided =
      quotation.continuesPrevious &&
      previous !== undefined &&
      !/[.!?…]/.test(`${previous.text.at(-1)}${text.slice(previous.end, quotation.start)}`);
    if (isDivided) group?.push(quotation);
    else groups.push([quotation]);
  }
  return groups;
}

/** Each statement once, though the text may print it in several pieces. */
function joinPieces(matches: readonly QuoteMatch[]): QuoteMatch[] {
  return [...new Map(matches.map((match) => [match.statement, match])).values()];
}

/** What overlaps belongs together: the same words as several packs know them. */
function groupByPlace(matches: readonly QuoteMatch[]): QuoteMatch[][] {
  const groups: QuoteMatch[][] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last?.some((one) => overlaps(one, match) || one.statement === match.statement)) last.push(match);
    else groups.push([match]);
  }
  return groups;
}

/** With its place in the text. */
type Placed = CheckedQuotation & { readonly start: number };

function describeQuotation(
  text: string,
  parts: readonly Quotation[],
  found: readonly FoundStatement[],
  matches: readonly QuoteMatch[],
): Placed {
  const rest = parts.flatMap((part) => listUnknown(text, part, matches));
  return {
    start: startOf(parts),
    text: joinParts(parts),
    isMarked: true,
    ...summarise(found, rest),
  };
}

function describeUnmatched(
  text: string,
  parts: readonly Quotation[],
  findWords: ReturnType<typeof createWordFinder>,
  articles: readonly KeptWords[],
): Placed {
  const printed = parts.map((part) => ({ part, found: findWords(text, part) }));
  const found = new Map(printed.flatMap((one) => one.found.map((words) => [words.statement, words])));
  const whole = joinParts(parts);
  const shared = { start: startOf(parts), text: whole, isMarked: true };
  if (found.size === 0) {
    const hasFewWords = locateWords(whole).length < minWords;
    const printers = hasFewWords
      ? []
      : findKeptWords(
          parts.map((part) => part.text),
          articles,
        );
    const isShort = hasFewWords || parts.every(({ kind }) => kind !== 'speech');
    const outcome = printers.length > 0 ? 'unquoted' : isShort ? 'short' : 'nowhere';
    return { ...shared, outcome, unknown: [], found: [], printers };
  }
  const known = printed.flatMap((one) => one.found.map(({ part }) => part ?? one.part));
  const rest = parts.flatMap((part) => listUnknown(text, part, known));
  const all = [...found.values()].map((words) =>
    describeFound(words.pack, words.statement, { ...words, speakerDiffers: false }),
  );
  return { ...shared, ...summarise(all, rest) };
}

function describeStatement(
  text: string,
  matches: readonly QuoteMatch[],
  found: readonly FoundStatement[],
): Placed {
  const pieces = matches.filter(
    (match, n) => !matches.slice(0, n).some((earlier) => overlaps(earlier, match)),
  );
  return {
    start: startOf(matches),
    text: pieces.map(({ start, end }) => text.slice(start, end)).join(' … '),
    isMarked: false,
    ...summarise(found, []),
  };
}

function joinParts(parts: readonly Quotation[]): string {
  return parts.map((part) => part.text.replace(/(?:^|\n)\s*(?:>\s*)*|\s+/g, ' ').trim()).join(' … ');
}

function startOf(spans: readonly TextSpan[]): number {
  return Math.min(...spans.map(({ start }) => start));
}

/** Runs of words of a quotation outside everything known. */
function listUnknown(text: string, { start, end }: TextSpan, known: readonly TextSpan[]): string[] {
  const runs: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const word of locateWords(text, start, end)) {
    const isKnown = known.some((span) => overlaps(span, word));
    const last = runs.at(-1);
    if (!isKnown && isOpen && last) last.end = word.end;
    else if (!isKnown) runs.push({ start: word.start, end: word.end });
    isOpen = !isKnown;
  }
  return runs.map((run) => text.slice(run.start, run.end));
}

/**
 * Of several packs that know a quotation, the one whose words are the nearest decides.
 * @param rest what is outside all that was found
 */
function summarise(
  found: readonly FoundStatement[],
  rest: readonly string[],
): Pick<CheckedQuotation, 'outcome' | 'unknown' | 'found' | 'printers'> {
  const nearest = kinds.flatMap((kind) => found.find((one) => one.kind === kind) ?? [])[0];
  const unknown = [...rest, ...(nearest?.differences.filter(isAddition).map(({ page }) => page) ?? [])];
  const kind = nearest?.kind ?? 'nowhere';
  return {
    outcome: unknown.length > 0 && kind !== 'altered' ? 'partly' : kind,
    unknown,
    printers: [],
    found: found.map((one) => ({
      ...one,
      differences: one.differences.filter((difference) => !isAddition(difference)),
    })),
  };
}

/** A word or two are another wording; more is another passage. */
function isAddition({ kind, page }: QuoteDifference): boolean {
  return kind === 'added' && locateWords(page).length >= minWords;
}

const kinds = ['verbatim', 'trimmed', 'similar', 'altered'] as const;

const ranks: Readonly<Record<CheckOutcome, number>> = {
  altered: 0,
  partly: 1,
  nowhere: 2,
  unquoted: 3,
  similar: 4,
  trimmed: 5,
  verbatim: 6,
  short: 7,
};

/** Words that are given to somebody else come before those that are not. */
function rankOf({ outcome, found }: CheckedQuotation): number {
  return found.some(({ speakerDiffers }) => speakerDiffers)
    ? Math.min(ranks[outcome], ranks.partly)
    : ranks[outcome];
}

/** What may change the meaning first. */
const order = ['changed', 'added', 'cut'];

function describeFound(
  pack: Pack,
  statement: Pack['statements'][number],
  { kind, differences, speakerDiffers }: Pick<FoundStatement, 'kind' | 'differences' | 'speakerDiffers'>,
): FoundStatement {
  return {
    pack: toCardPack(pack),
    statement: makeCardStatement(lookUpPack(pack), statement),
    kind,
    differences: differences.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    speakerDiffers,
  };
}
