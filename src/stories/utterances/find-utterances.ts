import type { Quotation } from '../text/article.ts';
import { comparePrintings, type PrintingComparison } from './compare-printings.ts';
import { compareNames, compareSpeakers } from './compare-speakers.ts';
import { isSameUtterance, type ReadQuotation, readQuotations, scoreOf } from './is-same-utterance.ts';
import { listCandidates } from './list-candidates.ts';
import { NumberGroups } from './number-groups.ts';

/** A quotation of one of the compared articles. */
export interface ArticleQuotation {
  /** Number of its article. */
  readonly article: number;
  readonly quotation: Quotation;
}

/**
 * Two quotations of different articles that print one utterance; numbers into the list of quotations, `a`
 * before `b`.
 */
export interface UtterancePair extends PrintingComparison {
  readonly a: number;
  readonly b: number;
}

/**
 * What several articles print of one utterance. Two pieces of one statement are both members if an article
 * prints both; only quotations that share words form a pair.
 */
export interface Utterance {
  /** Numbers into the list of quotations, ascending. */
  readonly members: readonly number[];
  readonly pairs: readonly UtterancePair[];
}

/**
 * The utterances that at least two of the articles print, in the order of the quotations. The order of the
 * articles decides nothing else.
 * @param texts the text of each article
 */
export function findUtterances(
  texts: readonly string[],
  quotations: readonly ArticleQuotation[],
): Utterance[] {
  const read = readQuotations(texts, quotations);
  const articleOf = (quotation: number) => (quotations[quotation] as ArticleQuotation).article;
  const printings = read.map(({ printing }) => printing);
  const pairs: UtterancePair[] = [];
  const doubtful: UtterancePair[] = [];
  for (const [a, b] of listCandidates(printings, articleOf)) {
    const [ours, theirs] = [read[a] as ReadQuotation, read[b] as ReadQuotation];
    const comparison = comparePrintings(ours.printing, theirs.printing);
    if (!comparison) continue;
    const speakers = compareSpeakers(ours.quotation.speaker, theirs.quotation.speaker);
    const pair = { a, b, ...comparison };
    if (isSameUtterance(comparison, ours, theirs, speakers)) pairs.push(pair);
    else if (speakers === 'unknown' && isSameUtterance(comparison, ours, theirs, 'same')) doubtful.push(pair);
  }
  pairs.push(...listContinued(doubtful, pairs));
  return groupPairs(withoutOutdone(pairs, quotations));
}

/** Words that an outlet may leave out between two pieces of a statement: "rusted factories" are "like tombstones". */
const maxSkippedWords = 2;

/**
 * Those of the doubtful pairs that continue another pair, doubtful or not: one article prints in one quotation what
 * the other prints in two neighbouring ones.
 */
function listContinued(doubtful: readonly UtterancePair[], pairs: readonly UtterancePair[]): UtterancePair[] {
  const known = new Map([...pairs, ...doubtful].map((pair) => [`${pair.a} ${pair.b}`, pair.agreement]));
  const isBeside = (pair: UtterancePair, side: 'a' | 'b', step: -1 | 1) => {
    const { a, b, agreement } = pair;
    const beside = known.get(side === 'a' ? `${a} ${b + step}` : `${a + step} ${b}`)?.[side];
    if (!beside) return false;
    const own = agreement[side];
    const skipped = step > 0 ? beside[0] - own[1] : own[0] - beside[1];
    return skipped >= 0 && skipped <= maxSkippedWords;
  };
  return doubtful.filter((pair) =>
    (['a', 'b'] as const).some((side) => isBeside(pair, side, 1) || isBeside(pair, side, -1)),
  );
}

/** A pair with this score is certain, whatever else the other article prints. */
const certainScore = 14;

/** The words of a quotation that a quotation of another article prints, too. */
interface SharedWords {
  readonly range: readonly [number, number];
  readonly pair: UtterancePair;
  readonly other: number;
}

/**
 * Drops a pair if another quotation of the same article matches the same words better, and is the printing:
 * then this is a similar sentence ("I went too far", "I went way too far"), or an echo by somebody else.
 */
function withoutOutdone(
  pairs: readonly UtterancePair[],
  quotations: readonly ArticleQuotation[],
): UtterancePair[] {
  const shared = new Map<string, SharedWords[]>();
  const sidesOf = (pair: UtterancePair) => {
    const { a, b, agreement } = pair;
    return [
      { key: `${a} ${quotations[b]?.article}`, range: agreement.a, pair, other: b },
      { key: `${b} ${quotations[a]?.article}`, range: agreement.b, pair, other: a },
    ];
  };
  for (const pair of pairs) {
    for (const { key, ...words } of sidesOf(pair)) {
      const list = shared.get(key);
      if (list) list.push(words);
      else shared.set(key, [words]);
    }
  }
  const likelyNameOf = (quotation: number) => quotations[quotation]?.quotation.speaker?.likelyName;
  return pairs.filter((pair) => {
    const score = scoreOf(pair);
    if (score >= certainScore || pair.relation === 'identical') return true;
    const isChanged = pair.agreement.changedCount + pair.agreement.partedCount > 0;
    return !sidesOf(pair).some(({ key, range: [from, to], other }) =>
      shared.get(key)?.some((rival) => {
        if (rival.range[0] > from || to > rival.range[1]) return false;
        if (isChanged) return scoreOf(rival.pair) > score;
        const isWhole = rival.pair.relation === 'identical';
        return isWhole && compareNames(likelyNameOf(other), likelyNameOf(rival.other)) === 'other';
      }),
    );
  });
}

function groupPairs(pairs: readonly UtterancePair[]): Utterance[] {
  const joined = new NumberGroups();
  for (const { a, b } of pairs) joined.join(a, b);
  return [...joined.groupBy(pairs, ({ a }) => a)]
    .sort(([x], [y]) => x - y)
    .map(([, group]) => ({
      members: [...new Set(group.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y),
      pairs: group,
    }));
}
