import { expect, test, vi } from 'vitest';
import * as finding from '../../src/stories/quotations/find-quotations.ts';
import { quoteArticles } from '../../src/stories/quote-articles.ts';
import { articleOf } from './article-of.ts';

test('the quotations of an article are found once, whatever it is compared with', () => {
  const find = vi.spyOn(finding, 'findQuotations');
  const article = articleOf(
    'The bridge at Aberford is closed. “We will close the bridge on Monday,” Ann Lee said.',
  );
  const kept = [1, 2, 3].map((n) =>
    articleOf(
      `The bridge at Aberford is closed, day ${n}. “We will close the bridge on Monday,” said Ann Lee.`,
    ),
  );
  const compare = () => kept.map((one) => quoteArticles([article, one]).utterances.length);
  expect(compare()).toEqual([1, 1, 1]);
  expect(find).toHaveBeenCalledTimes(4);
  expect(compare()).toEqual([1, 1, 1]);
  expect(find).toHaveBeenCalledTimes(4);
});
