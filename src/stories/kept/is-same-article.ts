import { readWords } from '../../matching/quotations/read-words.ts';
import type { Article } from '../text/article.ts';

const runLength = 4;
/**
 * Of 5,310 pairs of two events, from one outlet each, none shares more than 0.03 of the shorter one's runs; of 180 pairs
 * of two outlets on one event, half share less than 0.03, and three in four less than this.
 */
const minShared = 0.1;

/**
 * Whether two texts from one address are versions of one article, however much was rewritten, or two articles of a site
 * that states one address for both: by the runs of words of the shorter one that are in the longer one, too. A text of a
 * few words tells nothing, and is taken for a version.
 */
export function isSameArticle(a: Pick<Article, 'text'>, b: Pick<Article, 'text'>): boolean {
  const runsA = runsOf(a);
  const runsB = runsOf(b);
  const [shorter, longer] = runsA.size < runsB.size ? [runsA, runsB] : [runsB, runsA];
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared += 1;
  return shared >= shorter.size * minShared;
}

function runsOf({ text }: Pick<Article, 'text'>): ReadonlySet<string> {
  const words = readWords(text).map(({ folded }) => folded);
  const runs = new Set<string>();
  for (let end = runLength; end <= words.length; end += 1)
    runs.add(words.slice(end - runLength, end).join(' '));
  return runs;
}
