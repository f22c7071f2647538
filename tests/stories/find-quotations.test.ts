import { expect, test } from 'vitest';
import type { Article } from '../../src/stories/article.ts';
import { findQuotations } from '../../src/stories/find-quotations.ts';

function articleOf(text: string): Article {
  return { title: '', outlet: '', authors: [], date: '', address: '', language: 'en', text };
}

test('finds the quotations of each paragraph', () => {
  const found = findQuotations(articleOf('“We won,” she said.\n\nHe said: "We lost."'));
  expect(found.map(({ text }) => text)).toEqual(['We won,', 'We lost.']);
});
