import { expect, test } from 'vitest';
import { indexStory } from '../../../src/stories/kept/index-story.ts';
import { makeStoryPack } from '../../../src/stories/kept/make-story-pack.ts';
import { keptArticleOf, storyOf } from './kept-article-of.ts';

const shared = '“The old bridge will be closed before winter.”';
const own = '“Nobody asked the islanders about the ferry.”';

test('what only one page prints is listed with that page, what none or two print is not', () => {
  const story = storyOf();
  const kept = [
    keptArticleOf(`${shared} And ${own}`, { address: 'https://www.post.example/bridge/?utm_source=x' }),
    keptArticleOf(shared, { address: 'https://gazette.example/1' }, { id: '00000000000000a2' }),
    keptArticleOf(
      '“A third sentence that only a file prints.”',
      {},
      { id: '00000000000000a3', kind: 'file' },
    ),
  ];
  const { id, stamp, statements, ownPages } = indexStory(story, makeStoryPack(story, kept), kept);
  expect([id, stamp]).toEqual([story.id, story.stamp]);
  expect(statements.map(({ texts }) => texts[0]?.[0])).toEqual([
    'The old bridge will be closed before winter.',
    'Nobody asked the islanders about the ferry.',
    'A third sentence that only a file prints.',
  ]);
  expect(ownPages).toEqual([['post.example/bridge', [1]]]);
});
