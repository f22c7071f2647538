import type { Quotation, TextSpan } from '../../stories/text/article.ts';
import type { UtterancePair } from '../../stories/utterances/find-utterances.ts';
import { type ExcerptPiece, shortenExcerpt } from '../quotations/excerpt-quotation.ts';
import type { ComparedPrinting, PrintingRelation } from './kept-comparison.ts';

/** What one article prints of a statement. */
export interface PrintedPieces {
  /** The whole article. */
  readonly text: string;
  /** In order, with the number of each in the list of all quotations. */
  readonly numbers: readonly number[];
  readonly quotations: readonly Quotation[];
}

/**
 * How two articles print one statement, each perhaps in several pieces: what one piece lacks, another may have.
 * @param pairs of the pieces, `a` the page's; at least one
 */
export function relatePrintings(
  page: PrintedPieces,
  kept: PrintedPieces,
  pairs: readonly UtterancePair[],
): Omit<ComparedPrinting, 'printers'> {
  const here = page.numbers.map((number) => readSide(number, 'a', pairs));
  const there = kept.numbers.map((number) => readSide(number, 'b', pairs));
  const relation = relationOf(
    pairs,
    here.some(({ hasMore }) => hasMore),
    there.some(({ hasMore }) => hasMore),
  );
  const differences = pairs.flatMap((pair) => pair.differences);
  const areAlike = relation === 'verbatim' && pairs.every(({ meaning }) => meaning === 'same');
  return {
    relation,
    meaning: pairs.some(({ meaning }) => meaning === 'differs') ? 'differs' : 'same',
    turns: [...new Set(differences.flatMap(({ turn }) => turn ?? []))],
    here: areAlike ? [] : excerptPieces(page, here, 'own', 'own'),
    there: areAlike ? [] : excerptPieces(kept, there, 'cut', 'replaced'),
  };
}

/** A piece as its counterparts show it. */
interface PieceSide {
  /** No piece of the other article prints anything of it. */
  readonly isAlone: boolean;
  /** It has words that no counterpart has. */
  readonly hasMore: boolean;
  /** Words that no counterpart has, and words in whose place it has others. */
  readonly more: readonly TextSpan[];
  readonly changed: readonly TextSpan[];
}

function readSide(number: number, side: 'a' | 'b', pairs: readonly UtterancePair[]): PieceSide {
  const own = pairs.filter((pair) => pair[side] === number);
  const kind = side === 'a' ? 'cut' : 'added';
  const lacking = own.map(({ differences }) =>
    differences.flatMap((one) => (one.kind === kind ? (one[side] ?? []) : [])),
  );
  const changed = own.flatMap(({ differences }) =>
    differences.flatMap((one) => (one.kind === 'changed' ? (one[side] ?? []) : [])),
  );
  const more = lacking.reduce((all, spans) => intersect(all, spans), lacking[0] ?? []);
  return { isAlone: own.length === 0, hasMore: own.length === 0 || more.length > 0, more, changed };
}

function intersect(spans: readonly TextSpan[], others: readonly TextSpan[]): TextSpan[] {
  return spans.flatMap((one) =>
    others.flatMap((other) => {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      return start < end ? [{ start, end }] : [];
    }),
  );
}

function relationOf(
  pairs: readonly UtterancePair[],
  isMoreHere: boolean,
  isMoreThere: boolean,
): PrintingRelation {
  if (pairs.some(({ relation }) => relation === 'changed')) return 'changed';
  if (isMoreHere && isMoreThere) return 'overlap';
  if (isMoreThere) return 'cut';
  return isMoreHere ? 'longer' : 'verbatim';
}

/** The pieces, with what only this side has. */
function excerptPieces(
  { text, quotations }: PrintedPieces,
  sides: readonly PieceSide[],
  more: ExcerptPiece['kind'],
  changed: ExcerptPiece['kind'],
): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  for (const [i, quotation] of quotations.entries()) {
    const side = sides[i];
    if (!side) continue;
    if (pieces.length > 0) pieces.push({ kind: 'same', text: ' … ' });
    const marked = [
      ...(side.isAlone ? [quotation] : side.more).map((span) => ({ ...span, kind: more })),
      ...side.changed.map((span) => ({ ...span, kind: changed })),
    ].toSorted((x, y) => x.start - y.start || y.end - x.end);
    let at = quotation.start;
    for (const { start, end, kind } of marked) {
      if (end <= at) continue;
      add('same', at, start);
      add(kind, Math.max(at, start), end);
      at = end;
    }
    add('same', at, quotation.end);
  }
  return shortenExcerpt(pieces);

  function add(kind: ExcerptPiece['kind'], start: number, end: number): void {
    if (start < end) pieces.push({ kind, text: text.slice(start, end) });
  }
}
