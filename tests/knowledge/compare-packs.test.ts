import { expect, test } from 'vitest';
import { comparePacks } from '../../src/knowledge/compare-packs.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { exportStory } from '../../src/stories/kept/export-story.ts';
import { keptArticleOf, storyOf } from '../stories/kept/kept-article-of.ts';

const first = keptArticleOf('“We will close the old bridge on Monday,” said Ines Falk.', { outlet: 'Post' });
const second = keptArticleOf(
  'The ferry sails. “We will close the old bridge on Monday,” Ines Falk said. “It can carry three hundred people,” said Ada Holm.',
  { outlet: 'Gazette' },
  { id: '00000000000000a2' },
);
const texts = { licence: 'x', untitled: 'x', dateIsWhenKept: 'x' };
const packOf = (...articles: Parameters<typeof exportStory>[1]): Pack =>
  exportStory(storyOf(), articles, '2026-03-04T10:00:00.000Z', texts).pack;
const none = { added: 0, changed: 0, removed: 0 };

test('nothing differs, whatever the order of fields', () => {
  const pack = packOf(first, second);
  const reordered = {
    ...pack,
    sources: pack.sources.map((source) => Object.fromEntries(Object.entries(source).reverse())),
  } as Pack;
  expect(comparePacks(pack, reordered)).toEqual({
    entities: none,
    sources: none,
    statements: none,
    claims: none,
    events: none,
  });
});

test('one more article: its source and quotation are new, the shared quotation has changed', () => {
  const { sources, statements } = comparePacks(packOf(first), packOf(first, second));
  expect(sources).toEqual({ added: 1, changed: 0, removed: 0 });
  expect(statements).toEqual({ added: 1, changed: 1, removed: 0 });
});

test('a statement that is called otherwise is the same one, if a source prints the same words', () => {
  const former = packOf(first, second);
  const pack = {
    ...former,
    statements: former.statements.map((statement) => ({ ...statement, id: `${statement.id}-2` })),
  };
  expect(comparePacks(former, pack).statements).toEqual(none);
});

test('an article taken out, and a corrected one', () => {
  const corrected = { ...first, corrections: { outlet: 'Harbour Post' } };
  const { sources, statements } = comparePacks(packOf(first, second), packOf(corrected));
  expect(sources).toEqual({ added: 0, changed: 1, removed: 1 });
  expect(statements).toEqual({ added: 0, changed: 1, removed: 1 });
});
