import type { Quotation } from '../text/article.ts';
import { comparePrintings, type PrintingComparison } from './compare-printings.ts';
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
  for (const [a, b] of listCandidates(printings, articleOf)) {
    const [ours, theirs] = [read[a] as ReadQuotation, read[b] as ReadQuotation];
    const comparison = comparePrintings(ours.printing, theirs.printing);
    if (comparison && isSameUtterance(comparison, ours, theirs)) pairs.push({ a, b, ...comparison });
  }
  return groupPairs(withoutOutdone(pairs, articleOf));
}

/** A pair with this score is certain, whatever else the other article prints. */
const certainScore = 14;

/** The words of a quotation that a quotation of another article prints, too. */
interface SharedWords {
  readonly range: readonly [number, number];
  readonly score: number;
}

/**
 * Drops a pair with changed words if another quotation of the same article matches the same words better:
 * that is the printing, and this a similar sentence ("I went too far", "I went way too far").
 */
function withoutOutdone(
  pairs: readonly UtterancePair[],
  articleOf: (quotation: number) => number,
): UtterancePair[] {
  const shared = new Map<string, SharedWords[]>();
  const sidesOf = ({ a, b, agreement }: UtterancePair) => [
    { key: `${a} ${articleOf(b)}`, range: agreement.a },
    { key: `${b} ${articleOf(a)}`, range: agreement.b },
  ];
  for (const pair of pairs) {
    for (const { key, range } of sidesOf(pair)) {
      const list = shared.get(key) ?? [];
      shared.set(key, list);
      list.push({ range, score: scoreOf(pair) });
    }
  }
  return pairs.filter((pair) => {
    const score = scoreOf(pair);
    const { changedCount, partedCount } = pair.agreement;
    if (changedCount + partedCount === 0 || score >= certainScore) return true;
    return !sidesOf(pair).some(({ key, range: [from, to] }) =>
      shared.get(key)?.some(({ range, score: other }) => other > score && range[0] <= from && to <= range[1]),
    );
  });
}

function groupPairs(pairs: readonly UtterancePair[]): Utterance[] {
  const joined = new NumberGroups();
  for (const { a, b } of pairs) joined.join(a, b);
  const groups = new Map<number, UtterancePair[]>();
  for (const pair of pairs) {
    const smallest = joined.smallestOf(pair.a);
    const group = groups.get(smallest) ?? [];
    groups.set(smallest, group);
    group.push(pair);
  }
  return [...groups]
    .sort(([x], [y]) => x - y)
    .map(([, group]) => ({
      members: [...new Set(group.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y),
      pairs: group,
    }));
}
