import type { TraceWord } from '../matching/read-words.ts';
import { sentenceStarts } from '../matching/split-sentences.ts';
import type { TextSpan } from './article.ts';
import { comparePrintings } from './compare-printings.ts';
import type { ArticleQuotation } from './find-utterances.ts';
import { listCandidates } from './list-candidates.ts';
import type { PrintingDifference } from './list-differences.ts';
import { type Printing, readPrinting } from './read-printing.ts';

/** Sentences of two articles that agree in most of their words, and differ in a number, an amount or a time. */
export interface FactDifference {
  /** Numbers of the articles, `a` before `b`. */
  readonly articleA: number;
  readonly articleB: number;
  /** The sentences: half-open offsets into the articles' texts. */
  readonly a: TextSpan;
  readonly b: TextSpan;
  /** Where both have a number, amount or time, and not the same. */
  readonly differences: readonly PrintingDifference[];
}

/** Words that both sentences have: at least so many, and this share of the shorter one's. */
const minMatchedWords = 6;
const minMatchedShare = 0.65;
/** Neighbouring words that two sentences must share before they are compared. */
const minSharedRuns = 3;
/** A number put for another, with what belongs to it; where more differs, the sentences say different things. */
const maxDifferingWords = 4;
const factTurns: ReadonlySet<string> = new Set(['number', 'unit', 'time']);

/**
 * Numbers, amounts and times in which sentences of two articles differ that otherwise say nearly the same. What stands between quotation
 * marks is left to the utterances. Where several sentences of an article are like one of another's, the likest is taken.
 */
export function findFactDifferences(
  texts: readonly string[],
  quotations: readonly ArticleQuotation[],
): FactDifference[] {
  const sentences = texts.flatMap((text, article) => {
    const quoted = quotations.filter((one) => one.article === article).map(({ quotation }) => quotation);
    return listSentences(text)
      .filter((span) => !isMostlyQuoted(span, quoted))
      .map((span) => ({ article, printing: readPrinting(text, span) }))
      .filter(({ printing }) => printing.words.some(isFact));
  });
  const printings = sentences.map(({ printing }) => printing);
  const articleOf = (sentence: number) => (sentences[sentence] as (typeof sentences)[number]).article;
  const found: (FactDifference & { readonly matchedCount: number })[] = [];
  for (const [i, j] of listCandidates(printings, articleOf, minSharedRuns)) {
    const [a, b] = [printings[i] as Printing, printings[j] as Printing];
    const comparison = comparePrintings(a, b);
    if (!comparison) continue;
    const { matchedCount } = comparison.agreement;
    if (matchedCount < Math.max(minMatchedWords, minMatchedShare * Math.min(a.words.length, b.words.length)))
      continue;
    found.push({
      articleA: articleOf(i),
      articleB: articleOf(j),
      a: { start: a.start, end: a.end },
      b: { start: b.start, end: b.end },
      differences: comparison.differences.filter((one) => isOfFact(one, a, b)),
      matchedCount,
    });
  }
  return found
    .filter((one) => one.differences.length > 0 && !found.some((other) => isLiker(other, one)))
    .map(({ matchedCount: _, ...fact }) => fact);
}

function listSentences(text: string): TextSpan[] {
  return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: paragraph, index }) => {
    const starts = sentenceStarts(paragraph);
    return starts.map((start, i) => {
      const sentence = paragraph.slice(start, starts[i + 1] ?? paragraph.length);
      const from = index + start + sentence.length - sentence.trimStart().length;
      return { start: from, end: from + sentence.trim().length };
    });
  });
}

function isMostlyQuoted({ start, end }: TextSpan, quotations: readonly TextSpan[]): boolean {
  let count = 0;
  for (const one of quotations) count += Math.max(0, Math.min(end, one.end) - Math.max(start, one.start));
  return count > 0.5 * (end - start);
}

function isOfFact({ place, turn, a, b }: PrintingDifference, ours: Printing, theirs: Printing): boolean {
  if (place !== 'inside' || turn === null || !factTurns.has(turn)) return false;
  return a !== null && b !== null && tellsFact(ours, a) && tellsFact(theirs, b);
}

const factKinds: ReadonlySet<string | undefined> = new Set(['unit', 'currency', 'day', 'weekday', 'month']);

/** Whether a number, measure or day stands in this stretch, and little else. */
function tellsFact(printing: Printing, span: TextSpan): boolean {
  const words = printing.words.filter(({ start, end }) => start >= span.start && end <= span.end);
  return words.length <= maxDifferingWords && words.some(isFact);
}

function isFact({ number, substance }: TraceWord): boolean {
  return number !== undefined || factKinds.has(substance?.kind);
}

/** Whether another pair has one of the two sentences, and more words that agree. */
function isLiker(
  other: FactDifference & { readonly matchedCount: number },
  one: FactDifference & { readonly matchedCount: number },
): boolean {
  if (other.articleA !== one.articleA || other.articleB !== one.articleB) return false;
  return (
    other.matchedCount > one.matchedCount && (other.a.start === one.a.start || other.b.start === one.b.start)
  );
}
