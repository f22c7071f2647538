import { expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => {
  const api = { runtime: { getURL: () => 'moz-extension://one-profile/' } };
  return { ...api, default: api };
});
const { nameMarks } = await import('../../src/background/name-marks.ts');

test('each document has its own names, and the same ones for every request', async () => {
  const places = [
    [1, 0, 5],
    [1, 0, 6],
    [1, 2, 5],
    [2, 0, 5],
  ] as const;
  const ask = () =>
    Promise.all(places.map(([tabId, frameId, startedAt]) => nameMarks({ tabId, frameId }, startedAt)));
  const secrets = await ask();
  expect(new Set(secrets).size).toBe(places.length);
  for (const secret of secrets) expect(secret).toMatch(/^[a-p]{16}$/);
  expect(await ask()).toEqual(secrets);
});
