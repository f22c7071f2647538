import { expect, test } from 'vitest';
import { compareArticles } from '../../../src/stories/compare-articles.ts';
import { makeStoryArticles } from '../../../tools/bench/story-articles.ts';

test('the articles that are measured are a thousand words long, and quote the same', () => {
  const articles = makeStoryArticles(6);
  for (const { text } of articles) expect(Math.abs(text.split(/\s+/).length - 1_000)).toBeLessThan(60);
  const { quotations, utterances, names } = compareArticles(articles);
  expect(quotations.length).toBeGreaterThan(60);
  expect(utterances.length).toBeGreaterThan(5);
  expect(names.length).toBeGreaterThan(20);
  expect(makeStoryArticles(6)).toEqual(articles);
});
