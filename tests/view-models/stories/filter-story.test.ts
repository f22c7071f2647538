import { expect, test } from 'vitest';
import { filterStory, listOutlets, wholeStory } from '../../../src/view-models/stories/filter-story.ts';
import { makeStoryContent } from '../../../src/view-models/stories/make-story-content.ts';
import { bridgeArticles, story } from './kept-story.ts';

const content = makeStoryContent(story, bridgeArticles);

test('without a filter everything is there', () => {
  expect(filterStory(content, wholeStory)).toEqual(content);
});

test('a speaker leaves what is certainly this person’s, and no sentence of an outlet', () => {
  const { utterances, onlyHere, speakers, facts, articles } = filterStory(content, {
    speaker: 'Bo Hill',
    outlet: '',
  });
  expect(utterances).toEqual([]);
  expect(onlyHere.map(({ speaker }) => speaker)).toEqual(['Bo Hill']);
  expect(speakers.map(({ name }) => name)).toEqual(['Bo Hill']);
  expect(facts).toEqual([]);
  expect(articles).toEqual(content.articles);
});

test('an outlet leaves what it prints, with what others print of the same', () => {
  const { utterances, onlyHere } = filterStory(content, { speaker: '', outlet: 'Gazette' });
  expect(utterances.map(({ relation, printings }) => [relation, printings.length])).toEqual([['differs', 2]]);
  expect(onlyHere.map(({ article }) => article)).toEqual(['gazette']);
});

test('both narrow it together', () => {
  expect(filterStory(content, { speaker: 'Bo Hill', outlet: 'Post' }).onlyHere).toEqual([]);
});

test('outlets are listed once, in order', () => {
  expect(listOutlets(content)).toEqual(['Gazette', 'Post', 'The Herald']);
});
