import { afterEach, expect, test, vi } from 'vitest';
import { toBase64 } from '../src/browser/base64.ts';
import { compileNames } from '../src/matching/compile-names.ts';
import { compileStatements } from '../src/matching/compile-statements.ts';
import { readSettings } from '../src/settings/read-settings.ts';

/** The extension as a content script meets it: what is sent, who listens, and whether the background can be reached. */
const extension = vi.hoisted(() => {
  const port = { onDisconnect: { addListener: () => undefined } };
  return {
    asked: [] as string[],
    listeners: 0,
    answer: undefined as unknown,
    port,
  };
});

vi.mock('webextension-polyfill', () => {
  const silent = { addListener: () => undefined, removeListener: () => undefined };
  const api = {
    runtime: {
      id: 'own',
      connect: () => extension.port,
      getURL: (path: string) => `own://${path}`,
      async sendMessage({ call }: { call: string }) {
        extension.asked.push(call);
        if (extension.answer === undefined) {
          throw new Error('Could not establish connection. Receiving end does not exist.');
        }
        return extension.answer;
      },
      onMessage: {
        addListener: () => {
          extension.listeners += 1;
        },
        removeListener: () => undefined,
      },
    },
    storage: { onChanged: silent, local: { onChanged: silent } },
  };
  // Vite takes what a CommonJS package exports as a whole for its default; tsc and the build want the name.
  return { ...api, default: api };
});

afterEach(() => vi.restoreAllMocks());

test('a page whose background cannot be reached starts when the reader comes back to it, and complains to nobody', async () => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  const unhandled = vi.fn();
  addEventListener('unhandledrejection', unhandled);
  // The tests run in a frame, of which only one with a text of some length is read.
  document.body.append('Apples were sold by the crate. '.repeat(10));

  await import('../src/content.iife.ts');
  await expect.poll(() => extension.asked).toEqual(['getMatchingData', 'getMatchingData']);
  expect(extension.listeners).toBe(0);

  extension.answer = {
    isOk: true,
    reply: {
      index: {
        isWhole: true,
        names: toBase64(compileNames([])),
        statements: toBase64(compileStatements([])),
      },
      topics: [],
      settings: readSettings({}),
      site: 'page.example',
      pageHost: 'page.example',
    },
  };
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => extension.listeners).toBe(1);
  expect(extension.asked).toEqual(['getMatchingData', 'getMatchingData', 'getMatchingData']);
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  expect(unhandled).not.toHaveBeenCalled();
  removeEventListener('unhandledrejection', unhandled);
});
