import { beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';

interface Styles {
  readonly target: { readonly tabId: number };
  readonly css: string;
}

/** As in both browsers: a sheet inserted twice is there twice, and each removal removes one. */
const sheets = vi.hoisted(() => [] as Styles[]);
/** A tab that never answers, like one in Firefox whose document is still loading. */
const hangingTabId = 9;

vi.mock('webextension-polyfill', () => {
  const takeTurn = (tabId: number) => (tabId === hangingTabId ? new Promise(() => undefined) : undefined);
  const scripting = {
    async insertCSS(styles: Styles) {
      await takeTurn(styles.target.tabId);
      sheets.push(styles);
    },
    async removeCSS({ target, css }: Styles) {
      await takeTurn(target.tabId);
      const place = sheets.findIndex((one) => one.css === css && one.target.tabId === target.tabId);
      if (place !== -1) sheets.splice(place, 1);
    },
  };
  return { default: { scripting } };
});

const { replaceMarkStyle } = await import('../../src/background/inject-scripts.ts');

const style = defaultSettings.marks;
const secret = 'abcdefghijklmnop';
const replace = (before: typeof style | null, now: typeof style | null, tabId = 1) =>
  replaceMarkStyle({ tabId, frameId: 0 }, { secret, before, now }, 'USER');

beforeEach(() => {
  sheets.length = 0;
});

test('a style that is asked for twice at a time lies there once, and its removal leaves none', async () => {
  await Promise.all([replace(null, style), replace(null, style)]);
  expect(sheets).toHaveLength(1);
  await Promise.all([replace(style, null), replace(style, null)]);
  expect(sheets).toEqual([]);
});

test('what is asked for while the one before is being put in holds in the end', async () => {
  await Promise.all([replace(null, style), replace(style, null)]);
  expect(sheets).toEqual([]);
  await Promise.all([replace(null, style), replace(style, null), replace(null, style)]);
  expect(sheets).toHaveLength(1);
});

test('a frame that hangs keeps no other waiting', async () => {
  void replace(null, style, hangingTabId);
  await replace(null, style);
  expect(sheets).toHaveLength(1);
});
