import type { MatchingBlock } from '../../knowledge/text/find-matching-blocks.ts';
import type { CardStatement } from '../card-content.ts';
import { outletKeyOf } from '../cite-source.ts';
import { alignTokens, countWords, readFullText, readTokens, type Token } from '../compare-wording.ts';
import type { OutletWording } from './group-wordings.ts';

/** What one outlet prints of some sentences of a statement. Counts are words. */
export interface OutletPrinting {
  readonly outlet: string;
  /** Its printings of the statement, the fullest first: an article may have editions that differ. */
  readonly wordings: readonly OutletWording[];
  /** It is an altered copy, and no outlet. */
  readonly isAltered: boolean;
  /**
   * `full`: the statement, word for word. `whole`: these sentences, word for word. `part`: they are cut or changed.
   * `elsewhere`: nothing of these sentences. `unknown`: the text is too different to be compared.
   */
  readonly extent: 'full' | 'whole' | 'part' | 'elsewhere' | 'unknown';
  /** Of the whole statement. */
  readonly quotedCount: number;
  /** Of these sentences: left out without others in their place, and differing from the fullest known text. */
  readonly cutCount: number;
  readonly changedCount: number;
  /** At the difference between page and statement, whose words it prints; undefined if neither's, or if there is none. */
  readonly agreesWith: 'statement' | 'page' | undefined;
  /** How it describes a speaker whom it does not name. */
  readonly speakerAsPrinted: string | undefined;
}

/** Words of a statement by their numbers, half-open; `lead` is where a page differs. */
export interface ComparedRange {
  readonly from: number;
  readonly to: number;
  readonly lead?: {
    readonly from: number;
    readonly to: number;
    /** The letters of the page's words, and the words in whose place they are: those of `lead`, and more that are cut. */
    readonly page: { readonly letters: readonly string[]; readonly from: number; readonly to: number };
  };
}

/** The limit for each of many outlets: a tenth of the longest acceptable wait; ordinary quotations need less. */
const stepsForOutlet = 10_000;
/** So many words in a row of a sentence are a part of it, and no coincidence. */
const minWordsInRow = 3;

/**
 * What each outlet prints of the statement, or of a range of its words: first those that print all of it, each in the
 * pack's order; altered copies last.
 *
 * @param range absent for the whole statement
 */
export function comparePrintings(statement: CardStatement, range?: ComparedRange): OutletPrinting[] {
  const outlets = new Map<string, OutletWording[]>();
  for (const wording of statement.wordings) {
    const key = outletKeyOf(wording.source);
    outlets.set(key, [...(outlets.get(key) ?? []), wording]);
  }
  const printings = [...outlets.values()].map((wordings) => describeOutlet(statement, wordings, range));
  const rank = ({ isAltered, extent }: OutletPrinting) => (isAltered ? 4 : extentRanks[extent]);
  return printings.toSorted((a, b) => rank(a) - rank(b));
}

const extentRanks = { full: 0, whole: 0, part: 1, unknown: 2, elsewhere: 3 } as const;

function describeOutlet(
  statement: CardStatement,
  wordings: readonly OutletWording[],
  range: ComparedRange | undefined,
): OutletPrinting {
  const full = readFullText(statement.sentences);
  const all = range ?? { from: 0, to: full.tokens.length };
  const found = wordings.map((wording) => ({ wording, ...measure(full.tokens, wording, all) }));
  const [best, ...others] = found.toSorted((a, b) => b.sameCount - a.sameCount);
  // A group has at least one wording.
  const { wording, sameCount: _, ...measured } = best as (typeof found)[number];
  return {
    outlet: wording.source.outlet,
    wordings: [wording, ...others.map((other) => other.wording)],
    isAltered: wording.source.rewordedFrom !== undefined,
    speakerAsPrinted: readSpeaker(statement, wording),
    ...measured,
  };
}

type Measured = Pick<OutletPrinting, 'extent' | 'quotedCount' | 'cutCount' | 'changedCount' | 'agreesWith'>;

function measure(
  full: readonly Token[],
  wording: OutletWording,
  range: ComparedRange,
): Measured & { readonly sameCount: number } {
  const printed = wording.parts.flatMap(({ text }, part) => readTokens(text, part > 0));
  const quotedCount = printed.length;
  const blocks = alignTokens(full, printed, stepsForOutlet);
  if (blocks === undefined) {
    return {
      ...{ extent: 'unknown', quotedCount, cutCount: 0, changedCount: 0 },
      ...{ agreesWith: undefined, sameCount: 0 },
    };
  }
  const whole = countIn(full, blocks, { from: 0, to: full.length });
  const here = countIn(full, blocks, range);
  const isHere = here.longestRow >= minWordsInRow || here.sameCount * 2 >= range.to - range.from;
  const extentHere = here.cutCount + here.changedCount > 0 ? 'part' : 'whole';
  const isFull = whole.cutCount + whole.changedCount === 0;
  return {
    ...{ extent: isFull ? 'full' : isHere ? extentHere : 'elsewhere', quotedCount },
    ...{ cutCount: here.cutCount, changedCount: here.changedCount, sameCount: here.sameCount },
    agreesWith: findAgreement(blocks, printed, range),
  };
}

interface Counts {
  readonly sameCount: number;
  readonly longestRow: number;
  readonly cutCount: number;
  readonly changedCount: number;
}

function countIn(
  full: readonly Token[],
  blocks: readonly MatchingBlock[],
  { from, to }: Pick<ComparedRange, 'from' | 'to'>,
): Counts {
  let [sameCount, longestRow, cutCount, changedCount] = [0, 0, 0, 0];
  for (const { isSame, i, i2, j, j2 } of blocks) {
    const inside = countWords(full.slice(Math.max(i, from), Math.min(i2, to)));
    if (isSame) {
      sameCount += inside;
      longestRow = Math.max(longestRow, inside);
      continue;
    }
    // What is added before the first word here, or after the last, belongs to other sentences.
    const added = inside > 0 || (i > from && i < to) ? j2 - j : 0;
    changedCount += added;
    cutCount += Math.max(0, inside - added);
  }
  return { sameCount, longestRow, cutCount, changedCount };
}

function findAgreement(
  blocks: readonly MatchingBlock[],
  printed: readonly Token[],
  { from: first, to: end, lead }: ComparedRange,
): OutletPrinting['agreesWith'] {
  if (lead === undefined) return undefined;
  // Words that only the page has: the words around their place must be neighbours.
  const isInserted = lead.from === lead.to;
  const from = isInserted ? Math.max(first, lead.from - 1) : lead.from;
  const to = isInserted ? Math.min(end, lead.to + 1) : lead.to;
  if (blocks.some(({ isSame, i, i2 }) => isSame && i <= from && to <= i2)) return 'statement';
  const isPages = blocks.some(({ isSame, i, i2, j, j2 }) => {
    const { letters, from: start, to: end } = lead.page;
    if (isSame || i !== start || i2 !== end || j2 - j !== letters.length) return false;
    return letters.every((word, at) => word === printed[j + at]?.letters);
  });
  return isPages ? 'page' : undefined;
}

/** Shorter words of a name ("of", "the") identify nobody. */
const minNameLength = 4;

/** "The retail giant", where neither this nor the words around it name the speaker. */
function readSpeaker({ speaker }: CardStatement, { parts }: OutletWording): string | undefined {
  const printed = parts.map(({ attribution = '', roleAsPrinted = '' }) => `${attribution} ${roleAsPrinted}`);
  const name = speaker?.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNamed = name.some(
    (word) => word.length >= minNameLength && printed.join(' ').toLowerCase().includes(word),
  );
  return isNamed ? undefined : parts.find(({ roleAsPrinted }) => roleAsPrinted !== undefined)?.roleAsPrinted;
}
