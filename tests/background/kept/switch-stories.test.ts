import { beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../src/settings/settings.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./kept-browser.ts')).keptBrowser }));
const { clearKept, makeArticle } = await import('./kept-browser.ts');
const { keepArticle } = await import('../../../src/background/kept/keep-article.ts');
const { changeStory } = await import('../../../src/background/kept/change-stories.ts');
const { withStorySwitches } = await import('../../../src/background/kept/switch-stories.ts');

const write = vi.fn(async () => defaultSettings);
const switchStory = async (id: string, isOn: boolean) => {
  await changeStory(id, { isOn });
};
const settings = withStorySwitches(write, async () => defaultSettings, switchStory);

beforeEach(async () => {
  await clearKept();
  write.mockClear();
});

test('the topic of a story is switched where the story is kept, and reads like any topic', async () => {
  const { result } = await keepArticle(makeArticle('Bridge', 'The bridge will be closed.'), 'page');
  const topic = `kept-${result.kept.story.id}/story`;
  expect((await settings.read()).topics).toEqual({});
  expect((await settings.write({ kind: 'topic', topic, isOn: false })).topics).toEqual({});
  expect((await settings.read()).topics).toEqual({ [topic]: false });
  // As undone: back to what it was by default.
  await settings.write({ kind: 'topic', topic, isOn: null });
  expect((await settings.read()).topics).toEqual({});
  expect(write).not.toHaveBeenCalled();
});

test('every other change is one of the settings', async () => {
  const change = { kind: 'topic', topic: 'facial-recognition/systems', isOn: false } as const;
  await settings.write(change);
  expect(write).toHaveBeenCalledExactlyOnceWith(change);
});

test('a story that is gone cannot be switched', async () => {
  const topic = 'kept-0123456789abcdef/story';
  await expect(settings.write({ kind: 'topic', topic, isOn: false })).rejects.toThrow();
});
