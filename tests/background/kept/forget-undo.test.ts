import { beforeEach, expect, test, vi } from 'vitest';
import { forgetUndoAtStart } from '../../../src/background/kept/forget-undo.ts';
import { keepArticle } from '../../../src/background/kept/keep-article.ts';
import { canUndoKept, countKept } from '../../../src/storage/kept-store.ts';
import { clearKept, makeArticle } from './kept-browser.ts';

const { listeners } = vi.hoisted(() => ({ listeners: [] as (() => void)[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { onStartup: { addListener: (listener: () => void) => listeners.push(listener) } },
  },
}));

beforeEach(clearKept);

test('when the browser starts, what the last change has replaced is deleted, and nothing else', async () => {
  await keepArticle(makeArticle('Bridge', 'The bridge will close.'), 'page');
  forgetUndoAtStart();
  expect(await canUndoKept()).toBe(true);
  for (const start of listeners) start();
  await vi.waitFor(async () => expect(await canUndoKept()).toBe(false));
  expect(await countKept()).toEqual({ articles: 1, stories: 1 });
});
