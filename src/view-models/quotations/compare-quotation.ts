import type { MatchingBlock } from '../../knowledge/text/find-matching-blocks.ts';
import type { CardStatement } from '../card-content.ts';
import { alignTokens, countWords, readFullText, readTokens, type Token } from '../compare-wording.ts';
import { comparePrintings, type OutletPrinting } from './compare-printings.ts';

/** A run of words in which a page and a statement agree, or differ. */
export interface PassageRun {
  readonly isSame: boolean;
  /** The statement's words with the signs around them; empty if only the page has the run. */
  readonly statement: string;
  /** The same of the page; empty if it leaves the run out. */
  readonly page: string;
}

/** A difference in few words, to be said in a sentence: without signs around them, with a word of context if one side has none. */
export interface LeadDifference {
  readonly statement: string;
  readonly page: string;
}

/** How a page prints a statement, beside what its sources print of the same sentences. */
export interface QuotationComparison {
  /** `cut`: the page only leaves words out. `differs`: it has words of its own. */
  readonly kind: 'verbatim' | 'cut' | 'differs';
  /** How many sentences of the statement the page prints, wholly or in part; all counts and runs are of these. */
  readonly sentenceCount: number;
  /** Words that the page leaves out and puts no others in the place of. */
  readonly cutCount: number;
  readonly runs: readonly PassageRun[];
  /** Undefined if the page has no words of its own, or so many that no sentence could say them. */
  readonly lead: LeadDifference | undefined;
  /** The differences besides `lead` in which the page has words of its own. */
  readonly otherDifferences: number;
  readonly printings: readonly OutletPrinting[];
}

/** More words are not said in a sentence. */
const maxLeadWords = 8;

/**
 * Compares a passage of a page with a statement, and with what each source prints of the same sentences.
 *
 * @param printed the passage; ` … ` stands between its parts if the page interrupts it
 * @param steps the maximum number of steps: see `findMatchingBlocks`
 * @returns undefined if the two are too different to be compared within `steps`
 */
export function compareQuotation(
  statement: CardStatement,
  printed: string,
  steps: number,
): QuotationComparison | undefined {
  const full = readFullText(statement.sentences);
  const page = readTokens(printed);
  const aligned = alignTokens(full.tokens, page, steps);
  const sentences = findSentences(full, aligned);
  if (sentences === undefined) return undefined;
  const from = full.sentenceOf.indexOf(sentences.first);
  const to = full.sentenceOf.lastIndexOf(sentences.last) + 1;
  const words = full.tokens.slice(from, to);
  const blocks = words.length === full.tokens.length ? aligned : alignTokens(words, page, steps);
  if (blocks === undefined) return undefined;
  const differing = blocks.filter((block) => differs(block, words));
  const own = differing.filter(({ j, j2 }) => j < j2);
  const found = chooseLead(differing, words, page);
  const lead = found && narrow(found, full.sentenceOf.slice(from, to));
  const cutCount = differing.reduce((sum, { i, i2, j, j2 }) => {
    return sum + Math.max(0, countWords(words.slice(i, i2)) - (j2 - j));
  }, 0);
  return {
    kind: own.length > 0 ? 'differs' : cutCount > 0 ? 'cut' : 'verbatim',
    sentenceCount: sentences.last - sentences.first + 1,
    cutCount,
    runs: makeRuns(blocks, words, page),
    lead: own.length > 0 && lead !== undefined ? describeLead(lead, words, page) : undefined,
    otherDifferences: own.filter((block) => block !== found).length,
    printings: comparePrintings(statement, {
      from,
      to,
      ...(found !== undefined &&
        lead !== undefined && {
          lead: {
            from: from + lead.i,
            to: from + lead.i2,
            page: {
              letters: page.slice(found.j, found.j2).map(({ letters }) => letters),
              from: from + found.i,
              to: from + found.i2,
            },
          },
        }),
    }),
  };
}

/** What is known to be missing from the statement is no difference. */
function differs({ isSame, i, i2, j, j2 }: MatchingBlock, words: readonly Token[]): boolean {
  return !isSame && (j < j2 || countWords(words.slice(i, i2)) > 0);
}

/** So many words in a row are no coincidence: "we have the" may be in any sentence, and is only skipped as one of several. */
const minWordsInRow = 3;

/**
 * The sentences that a passage is from. A word that happens to be in another sentence, too, adds none: one of the
 * words in a row there, or half of the sentence, must be in the passage.
 */
function findSentences(
  { tokens, sentenceOf }: ReturnType<typeof readFullText>,
  blocks: readonly MatchingBlock[] | undefined,
): { readonly first: number; readonly last: number } | undefined {
  if (blocks === undefined) return undefined;
  const longest = new Map<number, number>();
  for (const { isSame, i, i2 } of blocks) {
    if (!isSame) continue;
    for (let at = i, row = 0; at < i2; at += 1) {
      const number = sentenceOf[at] as number;
      row = at > i && sentenceOf[at - 1] === number ? row + 1 : 1;
      longest.set(number, Math.max(longest.get(number) ?? 0, row));
    }
  }
  const lengthOf = (number: number) => tokens.filter((_, at) => sentenceOf[at] === number).length;
  const ranked = [...longest].toSorted((a, b) => b[1] - a[1]);
  const found = ranked.filter(
    ([number, row], rank) => rank === 0 || row >= minWordsInRow || row * 2 >= lengthOf(number),
  );
  if (found.length === 0) return undefined;
  const numbers = found.map(([number]) => number);
  return { first: Math.min(...numbers), last: Math.max(...numbers) };
}

function makeRuns(
  blocks: readonly MatchingBlock[],
  words: readonly Token[],
  page: readonly Token[],
): PassageRun[] {
  return blocks.flatMap((block) => {
    const statement = textOf(words.slice(block.i, block.i2));
    const printed = textOf(page.slice(block.j, block.j2));
    if (statement === '' && printed === '') return [];
    return [{ isSame: !differs(block, words), statement, page: printed }];
  });
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

/**
 * The difference to report first: another word, else words that one side lacks, else another form of the same word. What
 * is cut at either end may have been left out for its length, and comes last.
 */
function chooseLead(
  differing: readonly MatchingBlock[],
  words: readonly Token[],
  page: readonly Token[],
): MatchingBlock | undefined {
  const rank = ({ i, i2, j, j2 }: MatchingBlock): number => {
    if (j === j2) return i > 0 && i2 < words.length ? 1 : 3;
    if (i === i2) return 1;
    return isForm(words[i]?.letters ?? '', page[j]?.letters ?? '') ? 2 : 0;
  };
  return differing.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** "Hope" and "hopes", "we’re" and "we are": the same beginning. */
function isForm(a: string, b: string): boolean {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  return same * 2 >= Math.max(a.length, b.length);
}

/** Where the page has fewer words, the rest is cut: what follows or precedes the sentence, or the passage, is none of it. */
function narrow(block: MatchingBlock, sentenceOf: readonly number[]): MatchingBlock {
  const { i, i2, j, j2 } = block;
  const count = j2 - j;
  if (count === 0 || count >= i2 - i) return block;
  const isEdge = i === 0 || sentenceOf[i - 1] !== sentenceOf[i];
  if (isEdge && i2 < sentenceOf.length) return { ...block, i: i2 - count };
  const end = sentenceOf.lastIndexOf(sentenceOf[i] as number) + 1;
  return i2 === sentenceOf.length ? { ...block, i2: i + count } : { ...block, i2: Math.min(i2, end) };
}

function describeLead(
  { i, i2, j, j2 }: MatchingBlock,
  words: readonly Token[],
  page: readonly Token[],
): LeadDifference | undefined {
  if (Math.max(i2 - i, j2 - j) > maxLeadWords) return undefined;
  // "not" alone, against nothing, would say little: the words beside it are quoted, too.
  const context = i === i2 || j === j2 ? 1 : 0;
  return {
    statement: plain(textOf(words.slice(Math.max(0, i - context), i2 + context))),
    page: plain(textOf(page.slice(Math.max(0, j - context), j2 + context))),
  };
}

/** Without the signs at either end; those within are the printing's own. */
function plain(text: string): string {
  return text.replace(/^[^\p{L}\p{N}\p{Sc}]+/u, '').replace(/[^\p{L}\p{N}\p{M}\p{Sc}%]+$/u, '');
}
