import { expect, test } from 'vitest';
import type { KeptArticle } from '../../../src/stories/kept/kept-article.ts';
import { mergeArticles } from '../../../src/stories/kept/merge-articles.ts';
import { articleOf } from '../article-of.ts';
import { keptArticleOf } from './kept-article-of.ts';

const keptAt = (...moments: [day: string, text: string][]): KeptArticle['versions'] =>
  moments.map(([day, text]) => ({ keptAt: `2026-03-${day}T00:00:00.000Z`, article: articleOf(text) }));
const here = keptArticleOf('x', {}, { versions: keptAt(['01', 'a'], ['03', 'c']), note: 'Mine' });

test('versions of both in order, each once', () => {
  const other = { ...here, id: '00000000000000ff', versions: keptAt(['01', 'a'], ['02', 'b']) };
  expect(mergeArticles(here, other)).toEqual({
    ...here,
    versions: keptAt(['01', 'a'], ['02', 'b'], ['03', 'c']),
  });
  expect(mergeArticles(here, here)).toEqual(here);
});

test('the same text kept twice in a row is one version, the first', () => {
  const other = { ...here, versions: keptAt(['02', 'a']) };
  expect(mergeArticles(here, other).versions).toEqual(here.versions);
});

test.each([
  ['Mine', '', 'Mine'],
  ['', 'Theirs', 'Theirs'],
  ['Mine', 'Theirs', 'Mine\n\nTheirs'],
  ['Mine\n\nTheirs', 'Theirs', 'Mine\n\nTheirs'],
])('the notes %j and %j give %j', (one, other, joined) => {
  expect(mergeArticles({ ...here, note: one }, { ...here, note: other }).note).toBe(joined);
});
