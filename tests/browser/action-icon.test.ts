import { beforeEach, expect, test, vi } from 'vitest';

/** A button as the browsers keep it: of a tab that has no title of its own, the one that holds for all. */
const fake = vi.hoisted(() => {
  const titles = new Map<number | undefined, string>();
  const calls: string[] = [];
  return {
    titles,
    calls,
    failNextIcon: false,
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://abcdef/${path}` },
      action: {
        getTitle: async ({ tabId }: { tabId?: number }) => titles.get(tabId) ?? titles.get(undefined) ?? '',
        async setIcon({ tabId, path }: { tabId?: number; path: Record<number, string> }) {
          if (fake.failNextIcon) {
            fake.failNextIcon = false;
            throw new Error('No icon could be drawn.');
          }
          calls.push(`${tabId ?? 'all'}: ${path[16]?.split('/').at(-1)}`);
        },
        async setTitle({ tabId, title }: { tabId?: number; title: string }) {
          titles.set(tabId, title);
        },
      },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));
const { showActionState } = await import('../../src/browser/action-icon.ts');

beforeEach(() => {
  fake.titles.clear();
  fake.calls.length = 0;
});

test('the icon of a tab is drawn when it changes, and not for every event that says the same', async () => {
  await showActionState(undefined, 'on', 'Sidelight');
  await showActionState(7, 'on', 'Sidelight');
  await showActionState(7, 'site', 'Off on this site');
  await showActionState(7, 'site', 'Off on this site');
  await showActionState(7, 'on', 'Sidelight');
  expect(fake.calls).toEqual(['all: sidelight-16.png', '7: sidelight-off-16.png', '7: sidelight-16.png']);
});

test('a tab that the browser has forgotten because it went to another page is shown again', async () => {
  await showActionState(undefined, 'on', 'Sidelight');
  await showActionState(7, 'site', 'Off on this site');
  fake.titles.delete(7);
  await showActionState(7, 'site', 'Off on this site');
  expect(fake.calls.slice(1)).toEqual(['7: sidelight-off-16.png', '7: sidelight-off-16.png']);
});

test('an icon that could not be drawn is drawn at the next event', async () => {
  await showActionState(undefined, 'on', 'Sidelight');
  fake.failNextIcon = true;
  await expect(showActionState(7, 'site', 'Off on this site')).rejects.toThrow('No icon');
  await showActionState(7, 'site', 'Off on this site');
  expect(fake.calls.slice(1)).toEqual(['7: sidelight-off-16.png']);
});

test('what holds for all tabs is set whatever was said before', async () => {
  await showActionState(undefined, 'disabled', 'Sidelight is off');
  await showActionState(undefined, 'disabled', 'Sidelight is off');
  expect(fake.calls).toEqual(['all: sidelight-off-16.png', 'all: sidelight-off-16.png']);
});
