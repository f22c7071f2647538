import type { QuotedArticles } from '../quote-articles.ts';
import { compareSpeakers } from '../utterances/compare-speakers.ts';
import type { ArticleQuotation } from '../utterances/find-utterances.ts';
import { NumberGroups } from '../utterances/number-groups.ts';
import { lowerCaseWords } from './lower-case-words.ts';

/** A shorter quotation is a term if it has no speaker and no other article prints it. */
const minUnclaimedWords = 4;
/** Words that an article repeats, as in its headline; shorter ones may have been said twice. */
const minRepeatedWords = 3;

/**
 * Groups quotations into statements, as ascending indexes: several articles' printings of one utterance, its
 * pieces within an article, and repetitions. Titles, terms and nested quotations belong to no group.
 */
export function groupQuotations({ quotations, utterances }: QuotedArticles): number[][] {
  const joined = new NumberGroups();
  for (const { pairs } of utterances) for (const { a, b } of pairs) joined.join(a, b);
  const shared = new Set(utterances.flatMap(({ members }) => members));
  const kept = quotations.flatMap((one, i) => (shared.has(i) || isStatement(one) ? [i] : []));
  const repeated = new Map<string, number>();
  for (const [n, i] of kept.entries()) {
    const one = quotations[i] as ArticleQuotation;
    const before = kept[n - 1] ?? -1;
    const previous = quotations[before];
    if (previous && previous.article === one.article && goesOn(previous, one)) joined.join(before, i);
    const words = lowerCaseWords(one.quotation.text);
    if (words.length < minRepeatedWords) continue;
    const key = `${one.article} ${words.join(' ')}`;
    const first = repeated.get(key);
    if (first === undefined) repeated.set(key, i);
    else if (!areOthers(quotations[first] as ArticleQuotation, one)) joined.join(first, i);
  }
  return [...joined.groupBy(kept, (i) => i).values()];
}

/** Whether a quotation is somebody's words; else it is a title, a term, or within another quotation. */
export function isStatement({ quotation: { kind, isNested, speaker, text } }: ArticleQuotation): boolean {
  if (kind !== 'speech' || isNested) return false;
  return speaker !== null || lowerCaseWords(text).length >= minUnclaimedWords;
}

/** Whether both, of one article, are pieces of one quotation, or share an attribution. */
export function goesOn({ quotation: previous }: ArticleQuotation, { quotation }: ArticleQuotation): boolean {
  if (quotation.continuesPrevious) return true;
  return quotation.speaker !== null && quotation.speaker.start === previous.speaker?.start;
}

function areOthers({ quotation: a }: ArticleQuotation, { quotation: b }: ArticleQuotation): boolean {
  return compareSpeakers(a.speaker, b.speaker) === 'other';
}
