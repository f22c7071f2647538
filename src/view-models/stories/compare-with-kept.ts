import { groupQuotations } from '../../stories/drafts/group-quotations.ts';
import { lowerCaseWords, wordLine } from '../../stories/drafts/lower-case-words.ts';
import { type QuotedArticles, quoteArticles } from '../../stories/quote-articles.ts';
import type { Article, Quotation } from '../../stories/text/article.ts';
import type { ArticleQuotation, UtterancePair } from '../../stories/utterances/find-utterances.ts';
import { groupBy } from '../group-positions.ts';
import type {
  ComparedPrinting,
  ComparedQuotation,
  ElsewhereQuotation,
  KeptComparison,
  KeptPrinter,
  PrintingRelation,
} from './kept-comparison.ts';
import { relatePrintings } from './relate-printings.ts';
import { isQuotedIn, nameSpeaker } from './speaker-of-pieces.ts';

/** A kept article as it is compared: as the reader has corrected it. */
export interface ComparedArticle {
  /** Of the kept article. */
  readonly id: string;
  readonly article: Article;
}

/**
 * Compares each quotation of a page with what kept articles print, and lists what they quote and the page does not.
 * @param kept without the page itself
 */
export function compareWithKept(page: Article, kept: readonly ComparedArticle[]): KeptComparison {
  const quoted = quoteArticles([page, ...kept.map(({ article }) => article)]);
  const printedHere = wordLine(page.text);
  const lines = readLines(quoted, kept);
  const pairs = quoted.utterances.flatMap((utterance) => utterance.pairs);
  const quotations: ComparedQuotation[] = [];
  const elsewhere: ElsewhereQuotation[] = [];
  for (const group of groupQuotations(quoted)) {
    const byArticle = new Map(
      groupBy(group, (number) => (quoted.quotations[number] as ArticleQuotation).article),
    );
    const here = byArticle.get(0);
    if (here) quotations.push(compareQuotation(here, byArticle, { quoted, pairs, page, kept, lines }));
    else {
      const found = describeElsewhere(byArticle, quoted, kept);
      // Printed without marks, or with one that is missing: the page does have the words.
      if (!found.pieces.every((piece) => printedHere.includes(wordLine(piece)))) elsewhere.push(found);
    }
  }
  return {
    quotations: quotations.toSorted((a, b) => surpriseOf(a) - surpriseOf(b)),
    elsewhere: elsewhere.toSorted((a, b) => b.printers.length - a.printers.length),
  };
}

/** What an article repeats, as in its headline, once: the first that has a counterpart, or else the first. */
function withoutRepetitions(
  numbers: readonly number[],
  { quotations }: QuotedArticles,
  paired: ReadonlySet<number> = new Set(),
): number[] {
  const chosen = new Map<string, number>();
  for (const number of numbers) {
    const key = lowerCaseWords((quotations[number] as ArticleQuotation).quotation.text).join(' ');
    const known = chosen.get(key);
    if (known === undefined || (!paired.has(known) && paired.has(number))) chosen.set(key, number);
  }
  return [...chosen.values()].sort((a, b) => a - b);
}

interface Compared {
  readonly quoted: QuotedArticles;
  readonly pairs: readonly UtterancePair[];
  readonly page: Article;
  readonly kept: readonly ComparedArticle[];
  readonly lines: () => readonly KeptLines[];
}

/** The words of a kept article: all of them, and those outside quotation marks. */
interface KeptLines {
  readonly all: string;
  readonly unmarked: string;
}

/** What is not a word, and so in no line of words. */
const gap = ' | ';

/** Reads them when they are first needed. */
function readLines(
  { quotations }: QuotedArticles,
  kept: readonly ComparedArticle[],
): () => readonly KeptLines[] {
  let lines: readonly KeptLines[] | undefined;
  return () => {
    lines ??= kept.map(({ article: { title, text } }, i) => {
      let unmarked = '';
      let from = 0;
      for (const { article, quotation } of quotations) {
        if (article !== i + 1) continue;
        if (quotation.start > from) unmarked += wordLine(text.slice(from, quotation.start)) + gap;
        from = Math.max(from, quotation.end);
      }
      return {
        all: wordLine(title) + gap + wordLine(text),
        unmarked: unmarked + wordLine(text.slice(from)),
      };
    });
    return lines;
  };
}

/** The kept articles that print the words, though not as a quotation that is the page's. */
function findUnquoted(
  pieces: readonly string[],
  { kept, lines }: Pick<Compared, 'kept' | 'lines'>,
): ComparedPrinting[] {
  const wanted = pieces.map(wordLine);
  const isPrintedIn = (line: string) => wanted.every((words) => line.includes(words));
  const found = lines().flatMap(({ all, unmarked }, i) => {
    const one = kept[i];
    if (!one || !isPrintedIn(all)) return [];
    const relation: PrintingRelation = isPrintedIn(unmarked) ? 'unmarked' : 'apart';
    return { relation, printer: describePrinter(one, pieces[0]) };
  });
  return groupBy(found, ({ relation }) => relation).map(([relation, group]) => ({
    ...{ relation, meaning: 'same', turns: [], here: [], there: [] },
    printers: group.map(({ printer }) => printer),
  }));
}

function compareQuotation(
  here: readonly number[],
  byArticle: ReadonlyMap<number, readonly number[]>,
  compared: Compared,
): ComparedQuotation {
  const { quoted, pairs, page, kept } = compared;
  const speaker = nameSpeaker(readPieces(here, quoted));
  const pieces = readPieces(withoutRepetitions(here, quoted), quoted).map(({ text }) => text);
  const printings = new Map<string, ComparedPrinting>();
  for (const [number, theirs] of byArticle) {
    const one = kept[number - 1];
    if (!one) continue;
    const between = pairs.filter(({ a, b }) => here.includes(a) && theirs.includes(b));
    if (between.length === 0) continue;
    const paired = new Set(between.flatMap(({ a, b }) => [a, b]));
    const ours = withoutRepetitions(here, quoted, paired);
    const others = withoutRepetitions(theirs, quoted, paired);
    const related = relatePrintings(
      { text: page.text, numbers: ours, quotations: readPieces(ours, quoted) },
      { text: one.article.text, numbers: others, quotations: readPieces(others, quoted) },
      between,
    );
    const printer = describePrinter(one, readPieces(others, quoted)[0]?.text);
    const key = keyOf(related);
    const known = printings.get(key);
    printings.set(
      key,
      known ? { ...known, printers: [...known.printers, printer] } : { ...related, printers: [printer] },
    );
  }
  const quotedBy = [...printings.values()];
  const ordered = (quotedBy.length > 0 ? quotedBy : findUnquoted(pieces, compared)).toSorted(
    (a, b) => rankOf(a) - rankOf(b),
  );
  return {
    pieces,
    speaker,
    finding: findingOf(ordered),
    isSpeakerNew:
      speaker?.isCertain === true &&
      kept.length > 0 &&
      kept.every(
        ({ article }, i) =>
          !isQuotedIn(
            speaker.name,
            article.text,
            quoted.quotations.flatMap((one) => (one.article === i + 1 ? [one.quotation] : [])),
          ),
      ),
    printings: ordered,
  };
}

/** Two outlets print the same if they differ only in case and punctuation. */
function keyOf({ relation, meaning, turns, there }: Omit<ComparedPrinting, 'printers'>): string {
  const words = there.map(({ kind, text }) => `${kind} ${lowerCaseWords(text).join(' ')}`);
  return [relation, meaning, ...turns, ...words].join('\n');
}

const relationRanks: Readonly<Record<PrintingRelation, number>> = {
  changed: 1,
  cut: 2,
  overlap: 3,
  longer: 4,
  verbatim: 5,
  unmarked: 6,
  apart: 7,
};

function rankOf({ relation, meaning }: ComparedPrinting): number {
  return meaning === 'differs' ? 0 : relationRanks[relation];
}

/**
 * Another meaning counts even if other articles print the page's words; other words, or fewer of them, only if none
 * does.
 */
function findingOf(printings: readonly ComparedPrinting[]): ComparedQuotation['finding'] {
  if (printings.length === 0) return 'only-here';
  if (printings.every(({ relation }) => relation === 'unmarked' || relation === 'apart')) return 'unquoted';
  if (printings.some(({ meaning }) => meaning === 'differs')) return 'changed';
  if (printings.some(({ relation }) => relation === 'verbatim')) return 'verbatim';
  return printings.some(({ relation }) => relation !== 'changed') ? 'cut' : 'changed';
}

function surpriseOf({ finding, isSpeakerNew, printings }: ComparedQuotation): number {
  if (printings[0]?.meaning === 'differs') return 0;
  if (finding === 'only-here') return isSpeakerNew ? 3 : 4;
  return { changed: 1, cut: 2, unquoted: 4, verbatim: 5 }[finding];
}

function describeElsewhere(
  byArticle: ReadonlyMap<number, readonly number[]>,
  quoted: QuotedArticles,
  kept: readonly ComparedArticle[],
): ElsewhereQuotation {
  const printings = [...byArticle]
    .flatMap(([number, theirs]) => {
      const one = kept[number - 1];
      if (!one) return [];
      const pieces = readPieces(withoutRepetitions(theirs, quoted), quoted);
      const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
      return { printer: describePrinter(one, pieces[0]?.text), numbers: theirs, pieces, length };
    })
    .toSorted((a, b) => b.length - a.length);
  return {
    pieces: (printings[0]?.pieces ?? []).map(({ text }) => text),
    speaker: nameSpeaker(printings.flatMap(({ numbers }) => readPieces(numbers, quoted))),
    printers: printings.map(({ printer }) => printer),
  };
}

function readPieces(numbers: readonly number[], { quotations }: QuotedArticles): Quotation[] {
  return numbers.map((number) => (quotations[number] as ArticleQuotation).quotation);
}

function describePrinter(
  { id, article: { outlet, title, date, address } }: ComparedArticle,
  quoted = '',
): KeptPrinter {
  return { id, outlet, title, date, address, quoted };
}
