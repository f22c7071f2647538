import type { Pack, Statement } from '../../knowledge/pack-schema.ts';
import { locateWords } from '../../knowledge/text/locate-words.ts';
import type { QuoteDifference, QuoteMatch } from '../../matching/quotations/quote-match.ts';
import type { Quotation, Speaker, TextSpan } from '../../stories/text/article.ts';
import { findUtterances, type UtterancePair } from '../../stories/utterances/find-utterances.ts';
import { printedLetters } from '../../stories/utterances/read-printing.ts';

/** A passage that sources print. */
interface Printed {
  readonly pack: Pack;
  readonly statement: Statement;
  readonly text: string;
  /** Its words, folded, with a space before and after each. */
  readonly folded: string;
}

/** A statement that prints a quotation, or a part of it. */
export interface PrintedWords {
  readonly pack: Pack;
  readonly statement: Statement;
  readonly kind: QuoteMatch['kind'];
  readonly differences: readonly QuoteDifference[];
  /** What of the quotation is printed; absent if all of it is. */
  readonly part?: TextSpan;
}

/** So many passages that share words with a quotation are compared with it. */
const maxCompared = 40;
/** So many words in a row are no coincidence, whatever surrounds them. */
const minWordsInRow = 6;

/**
 * Finds a quotation among everything that sources print between quotation marks: also passages too short, or too much
 * changed, to be recognised wherever they occur.
 */
export function createWordFinder(
  packs: readonly Pack[],
): (text: string, quotation: Quotation) => readonly PrintedWords[] {
  const printed = packs.flatMap(listPrinted);
  return (text, quotation) => {
    const words = readFolded(text, quotation);
    const runs = listRuns(words);
    const alike = printed
      .map((one) => ({ one, count: runs.filter((run) => one.folded.includes(run)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, maxCompared)
      .map(({ one }) => one);
    const found = findWhole(words, alike) ?? compareWith(text, quotation, alike);
    return found.length > 0 ? found : findPart(words, alike);
  };
}

function listPrinted(pack: Pack): Printed[] {
  return pack.statements.flatMap((statement) => {
    const whole = statement.sentences.map((sentence) => sentence ?? '…').join(' ');
    const texts = new Set([...statement.wordings.map(({ text }) => text), whole]);
    return [...texts].map((text) => {
      const words = readFolded(text, { start: 0, end: text.length });
      return { pack, statement, text, folded: ` ${words.map(({ folded }) => folded).join(' ')} ` };
    });
  });
}

interface FoldedWord extends TextSpan {
  readonly folded: string;
}

function readFolded(text: string, { start, end }: TextSpan): FoldedWord[] {
  return locateWords(text, start, end).map((word) => ({ ...word, folded: printedLetters(text, word) }));
}

/** Pairs of neighbouring words; of a quotation of one word, the word. */
function listRuns(words: readonly FoldedWord[]): string[] {
  const [first] = words;
  if (words.length === 1 && first) return [` ${first.folded} `];
  return [...new Set(words.slice(1).map((word, n) => ` ${words[n]?.folded} ${word.folded} `))];
}

/** The statements that print all of its words in a row; a single word only if a source prints nothing else. */
function findWhole(words: readonly FoldedWord[], alike: readonly Printed[]): PrintedWords[] | undefined {
  const wanted = ` ${words.map(({ folded }) => folded).join(' ')} `;
  const found = new Map<Statement, PrintedWords>();
  for (const { pack, statement, folded } of alike) {
    const isWhole = folded === wanted;
    if (!isWhole && (words.length < 2 || !folded.includes(wanted))) continue;
    if (isWhole || !found.has(statement))
      found.set(statement, { pack, statement, kind: isWhole ? 'verbatim' : 'trimmed', differences: [] });
  }
  return found.size > 0 ? [...found.values()] : undefined;
}

/** The statement that has the longest run of its words. */
function findPart(words: readonly FoldedWord[], alike: readonly Printed[]): PrintedWords[] {
  let best: { printed: Printed; from: number; to: number } | undefined;
  let least = minWordsInRow;
  for (const printed of alike) {
    for (let from = 0; from + least <= words.length; from += 1) {
      let to = from + least;
      const isPrinted = () =>
        printed.folded.includes(
          ` ${words
            .slice(from, to)
            .map(({ folded }) => folded)
            .join(' ')} `,
        );
      if (!isPrinted()) continue;
      while (to < words.length && isPrinted()) to += 1;
      if (!isPrinted()) to -= 1;
      best = { printed, from, to };
      least = to - from + 1;
    }
  }
  if (best === undefined) return [];
  const { pack, statement } = best.printed;
  const part = { start: words[best.from]?.start ?? 0, end: words[best.to - 1]?.end ?? 0 };
  return [{ pack, statement, kind: 'trimmed', differences: [], part }];
}

function compareWith(text: string, quotation: Quotation, printed: readonly Printed[]): PrintedWords[] {
  let packText = '';
  const quotations = printed.map((one): Quotation => {
    const start = packText.length + 1;
    packText += `“${one.text}”\n\n`;
    return {
      start,
      end: start + one.text.length,
      text: one.text,
      kind: 'speech',
      continuesPrevious: false,
      isNested: false,
      speaker: describeSpeaker(one.statement),
    };
  });
  const utterances = findUtterances(
    [text, packText],
    [
      { article: 0, quotation: { ...quotation, isNested: false, kind: 'speech' } },
      ...quotations.map((one) => ({ article: 1, quotation: one })),
    ],
  );
  const pairs = utterances.flatMap((utterance) => utterance.pairs).filter(({ a }) => a === 0);
  const found = new Map<Statement, PrintedWords>();
  for (const pair of pairs) {
    const one = printed[pair.b - 1] as Printed;
    const words = describePair(pair, one, text, packText);
    const known = found.get(one.statement);
    if (!known || departures.indexOf(words.kind) < departures.indexOf(known.kind))
      found.set(one.statement, words);
  }
  return [...found.values()];
}

const departures = ['verbatim', 'trimmed', 'similar', 'altered'] as const;

function describeSpeaker({ speaker }: Statement): Speaker | null {
  if (!speaker) return null;
  const { text } = speaker;
  return { start: 0, end: 0, text, isCertain: true, fullName: text, likelyName: text };
}

function describePair(
  pair: UtterancePair,
  { pack, statement }: Printed,
  text: string,
  packText: string,
): PrintedWords {
  const textOf = (of: string, span: TextSpan | null) => (span ? of.slice(span.start, span.end).trim() : '');
  const differences = pair.differences.map(
    ({ kind, a, b }): QuoteDifference => ({
      kind: kind === 'cut' ? 'added' : kind === 'added' ? 'cut' : 'changed',
      statement: textOf(packText, b),
      page: textOf(text, a),
    }),
  );
  return { pack, statement, kind: kindOf(pair, differences), differences };
}

function kindOf(
  { relation, meaning }: UtterancePair,
  differences: readonly QuoteDifference[],
): QuoteMatch['kind'] {
  if (meaning === 'differs') return 'altered';
  if (relation === 'identical') return 'verbatim';
  const isOnlyCut = relation === 'cut' && differences.every(({ kind }) => kind === 'cut');
  return isOnlyCut ? 'trimmed' : 'similar';
}
