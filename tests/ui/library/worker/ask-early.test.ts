import { expect, test, vi } from 'vitest';
import { askForStoryEarly } from '../../../../src/ui/library/worker/ask-early.ts';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { bridgeArticles, story } from '../../../view-models/stories/kept-story.ts';
import { readerOf } from '../kept-reader.ts';

function spied() {
  const service = createLibraryService(readerOf([story], bridgeArticles));
  return { ...service, previewStory: vi.fn(service.previewStory), openStory: vi.fn(service.openStory) };
}

test('the story at the address is asked for at once, and the page gets that answer, once', async () => {
  const service = spied();
  const early = askForStoryEarly(service, `#/story/${story.id}`);
  expect(service.openStory.mock.calls).toEqual([[story.id]]);
  expect((await early.openStory(story.id))?.isCompared).toBe(true);
  expect((await early.previewStory(story.id))?.isCompared).toBe(false);
  expect(service.openStory).toHaveBeenCalledTimes(1);
  await early.openStory(story.id);
  expect(service.openStory).toHaveBeenCalledTimes(2);
});

test('another story is asked for as ever', async () => {
  const service = spied();
  const early = askForStoryEarly(service, '#/story/00');
  expect((await early.openStory(story.id))?.story.id).toBe(story.id);
  expect(service.openStory.mock.calls).toEqual([['00'], [story.id]]);
});

test.each(['', '#/', '#/stories', '#/kept/00', '#/story/x?y'])('at %j nothing is asked early', (hash) => {
  const service = spied();
  expect(askForStoryEarly(service, hash)).toBe(service);
  expect(service.openStory).not.toHaveBeenCalled();
});
