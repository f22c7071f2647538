import { beforeEach, expect, test, vi } from 'vitest';

/** The toolbar button as browsers store it: a tab without a title of its own has the global one. */
const fake = vi.hoisted(() => {
  const titles = new Map<number | undefined, string>();
  const calls: string[] = [];
  return {
    titles,
    calls,
    failNextIcon: false,
    isClosed: false,
    /** Runs while the next icon is being drawn. */
    duringNextIcon: undefined as (() => void | Promise<void>) | undefined,
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://abcdef/${path}` },
      action: {
        async getTitle({ tabId }: { tabId?: number }) {
          if (fake.isClosed) throw new Error('There is no such tab.');
          return titles.get(tabId) ?? titles.get(undefined) ?? '';
        },
        async setIcon({ tabId, path }: { tabId?: number; path: Record<number, string> }) {
          if (fake.failNextIcon) {
            fake.failNextIcon = false;
            throw new Error('No icon could be drawn.');
          }
          const during = fake.duringNextIcon;
          fake.duringNextIcon = undefined;
          await during?.();
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
const { showActionState } = await import('../../src/background/action-icon.ts');

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

test.each([
  ['on', 'Sidelight', 'sidelight-16.png'],
  ['site', 'Off on this site', 'sidelight-off-16.png'],
] as const)(
  'an icon that was drawn while the tab went to a page that is %s is redrawn at the next event, once',
  async (state, title, icon) => {
    await showActionState(undefined, 'on', 'Sidelight');
    fake.duringNextIcon = () => void fake.titles.delete(7);
    await showActionState(7, 'site', 'Off on this site');
    // The global title may describe the next page: the icon may still be the previous page's.
    await showActionState(7, state, title);
    await showActionState(7, state, title);
    expect(fake.calls.slice(1)).toEqual(['7: sidelight-off-16.png', `7: ${icon}`]);
  },
);

test('of two updates of a tab at once the later one holds, its icon and its title', async () => {
  let drawn: (() => void) | undefined;
  fake.duringNextIcon = () => new Promise((resolve) => (drawn = resolve));
  const first = showActionState(7, 'site', 'Off on this site');
  const second = showActionState(7, 'on', 'Sidelight');
  await vi.waitFor(() => expect(drawn).toBeDefined());
  drawn?.();
  await Promise.all([first, second]);
  expect(fake.calls).toEqual(['7: sidelight-off-16.png', '7: sidelight-16.png']);
  expect(fake.titles.get(7)).toBe('Sidelight');
});

test('the global state is set whatever was set before', async () => {
  await showActionState(undefined, 'disabled', 'Sidelight is off');
  await showActionState(undefined, 'disabled', 'Sidelight is off');
  expect(fake.calls).toEqual(['all: sidelight-off-16.png', 'all: sidelight-off-16.png']);
});

test('nothing is kept of a tab whose turns are over', async () => {
  const setting = vi.spyOn(Map.prototype, 'set');
  await Promise.all([showActionState(9, 'site', 'Off on this site'), showActionState(9, 'on', 'Sidelight')]);
  const at = setting.mock.calls.findIndex(([key, value]) => key === 9 && value instanceof Promise);
  const turns = setting.mock.contexts[at] as Map<unknown, unknown>;
  setting.mockRestore();
  await vi.waitFor(() => expect([...turns.keys()]).toEqual([]));
});

test('a tab that was closed while its icon was drawn is not remembered as one to draw again', async () => {
  fake.duringNextIcon = () => {
    fake.isClosed = true;
    throw new Error('There is no such tab.');
  };
  await expect(showActionState(11, 'site', 'Off on this site')).rejects.toThrow('no such tab');
  fake.isClosed = false;
  // The button is redrawn only if the remembered state differs.
  await showActionState(11, 'site', 'Off on this site');
  expect(fake.calls).toEqual([]);
});
