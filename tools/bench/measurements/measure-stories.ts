import { compareArticles } from '../../../src/stories/compare-articles.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { makeStoryArticles } from '../story-articles.ts';

/** How many articles are compared with each other. */
const sizes = [10, 20, 50, 100] as const;

/**
 * Comparing articles of 1,000 words on one event, in Node: milliseconds of the processor, the cheapest of `repeats`, the first comparison of a process
 * (`cold`) apart. `per article` is the ratio to what an article takes among the first ten: 1 where the time is linear in the articles.
 */
export function measureStories(repeats: number): object[] {
  const articles = makeStoryArticles(sizes.at(-1) as number);
  const cold = measureOnce(articles.slice(0, sizes[0]));
  const times = sizes.map((size) => {
    const runs = Array.from({ length: repeats }, () => measureOnce(articles.slice(0, size)));
    return Math.min(...runs);
  });
  const perArticle = times.map((time, i) => time / (sizes[i] as number));
  return sizes.map((size, i) => ({
    articles: size,
    ms: Math.round(times[i] as number),
    ...(i === 0 && { 'cold ms': Math.round(cold) }),
    'per article': Number(((perArticle[i] as number) / (perArticle[0] as number)).toFixed(2)),
  }));
}

function measureOnce(articles: readonly Article[]): number {
  // Processor time: other work on the machine does not count.
  const begun = process.cpuUsage();
  compareArticles(articles);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}
