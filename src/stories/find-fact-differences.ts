import type { ComparedWord } from '../matching/quotations/read-words.ts';
import { sentenceStarts } from '../matching/text/split-sentences.ts';
import type { TextSpan } from './text/article.ts';
import { placeParagraphs } from './text/place-paragraphs.ts';
import { comparePrintings } from './utterances/compare-printings.ts';
import type { ArticleQuotation } from './utterances/find-utterances.ts';
import { listCandidates } from './utterances/list-candidates.ts';
import { type PrintingDifference, turnOver } from './utterances/list-differences.ts';
import { type Printing, readPrinting } from './utterances/read-printing.ts';

/** Sentences of two articles that agree in most of their words, and differ in a number, an amount or a time. */
export interface FactDifference {
  /** Numbers of the articles, `a` before `b`. */
  readonly articleA: number;
  readonly articleB: number;
  /** The sentences: half-open offsets into the articles' texts. */
  readonly a: TextSpan;
  readonly b: TextSpan;
  /** Where both have a number, amount or time, and not the same one. */
  readonly differences: readonly PrintingDifference[];
}

/** Words that both sentences have: at least this many, and this share of the shorter one's. */
const minMatchedWords = 6;
const minMatchedShare = 0.65;
/** Neighbouring words that two sentences must share to be compared. */
const minSharedRuns = 3;
/**
 * One number in place of another, with its surrounding words; sentences with more differences say different
 * things.
 */
const maxDifferingWords = 4;
const factTurns: ReadonlySet<string> = new Set(['number', 'unit', 'time']);

/** A sentence without any of these is not read word by word. */
const mayTellFact =
  /\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen|\p{L}{3,5}ty|hundreds?|thousands?|[mb]illions?|dozens?|half|twice|double|\p{L}{2,6}day)\b/iu;

/** A sentence, and all its occurrences. */
interface Sentence {
  /** Its offsets are in the sentence. */
  readonly printing: Printing;
  readonly places: { readonly article: number; readonly start: number }[];
}

/**
 * Numbers, amounts and times in which sentences of two articles differ that are otherwise nearly the same.
 * Quoted text is left to the utterances. If several sentences of an article resemble one of another's, the
 * most similar counts.
 */
export function findFactDifferences(
  texts: readonly string[],
  quotations: readonly ArticleQuotation[],
): FactDifference[] {
  const sentences = readSentences(texts, quotations);
  const found: (FactDifference & { readonly matchedCount: number })[] = [];
  const likest = new Map<string, number>();
  for (const [i, j] of listCandidates(
    sentences.map(({ printing }) => printing),
    (sentence) => sentence,
    minSharedRuns,
  )) {
    const [one, other] = [sentences[i] as Sentence, sentences[j] as Sentence];
    const comparison = comparePrintings(one.printing, other.printing);
    if (!comparison || !isLike(comparison.agreement.matchedCount, one, other)) continue;
    const { matchedCount } = comparison.agreement;
    const differences = comparison.differences.filter((each) => isOfFact(each, one.printing, other.printing));
    for (const fact of placeFacts(one, other, differences)) {
      found.push({ ...fact, matchedCount });
      for (const key of keysOf(fact)) likest.set(key, Math.max(matchedCount, likest.get(key) ?? 0));
    }
  }
  return found
    .filter(
      (one) => one.differences.length > 0 && keysOf(one).every((key) => likest.get(key) === one.matchedCount),
    )
    .map(({ matchedCount: _, ...fact }) => fact)
    .sort((x, y) => x.articleA - y.articleA || x.a.start - y.a.start || x.articleB - y.articleB);
}

function readSentences(texts: readonly string[], quotations: readonly ArticleQuotation[]): Sentence[] {
  const sentences = new Map<string, Sentence>();
  for (const [article, text] of texts.entries()) {
    const quoted = quotations.filter((one) => one.article === article).map(({ quotation }) => quotation);
    for (const span of listSentences(text)) {
      const sentence = text.slice(span.start, span.end);
      if (!mayTellFact.test(sentence) || isMostlyQuoted(span, quoted)) continue;
      const known = sentences.get(sentence);
      const place = { article, start: span.start };
      if (known) known.places.push(place);
      else
        sentences.set(sentence, {
          printing: readPrinting(sentence, { start: 0, end: sentence.length }),
          places: [place],
        });
    }
  }
  return [...sentences.values()].filter(({ printing }) => printing.words.some(isFact));
}

function isLike(matchedCount: number, { printing: a }: Sentence, { printing: b }: Sentence): boolean {
  return (
    matchedCount >= Math.max(minMatchedWords, minMatchedShare * Math.min(a.words.length, b.words.length))
  );
}

/**
 * The difference between two sentences, for each pair of articles that have one each; not for articles that
 * have both.
 */
function* placeFacts(
  one: Sentence,
  other: Sentence,
  differences: readonly PrintingDifference[],
): Generator<FactDifference> {
  const ours = new Set(one.places.map(({ article }) => article));
  const theirs = new Set(other.places.map(({ article }) => article));
  for (const a of one.places) {
    if (theirs.has(a.article)) continue;
    for (const b of other.places) {
      if (ours.has(b.article)) continue;
      const isTurned = b.article < a.article;
      const moved = differences.map((each) => ({
        ...each,
        a: moveSpan(each.a, a.start),
        b: moveSpan(each.b, b.start),
      }));
      const [first, second] = isTurned ? [b, a] : [a, b];
      const [length, otherLength] = isTurned
        ? [other.printing.end, one.printing.end]
        : [one.printing.end, other.printing.end];
      yield {
        articleA: first.article,
        articleB: second.article,
        a: { start: first.start, end: first.start + length },
        b: { start: second.start, end: second.start + otherLength },
        differences: isTurned ? moved.map(turnOver) : moved,
      };
    }
  }
}

function moveSpan(span: TextSpan | null, by: number): TextSpan | null {
  return span && { start: span.start + by, end: span.end + by };
}

/** Each of the two sentences, in the comparison with the other article. */
function keysOf({ articleA, articleB, a, b }: FactDifference): string[] {
  return [`${articleA} ${a.start} ${articleB}`, `${articleB} ${b.start} ${articleA}`];
}

function listSentences(text: string): TextSpan[] {
  return placeParagraphs(text).flatMap(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const starts = sentenceStarts(paragraph);
    return starts.map((at, i) => {
      const sentence = paragraph.slice(at, starts[i + 1] ?? paragraph.length);
      const from = start + at + sentence.length - sentence.trimStart().length;
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

/** Whether this stretch has a number, measure or day, and little else. */
function tellsFact(printing: Printing, span: TextSpan): boolean {
  const words = printing.words.filter(({ start, end }) => start >= span.start && end <= span.end);
  return words.length <= maxDifferingWords && words.some(isFact);
}

function isFact({ number, substance }: ComparedWord): boolean {
  return number !== undefined || factKinds.has(substance?.kind);
}
