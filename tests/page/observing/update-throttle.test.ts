import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UpdateThrottle } from '../../../src/page/observing/update-throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds until the next update may begin. */
async function waitAfter(workMs: number): Promise<number> {
  const pace = new UpdateThrottle();
  const begin = performance.now();
  pace.noteUpdate(workMs);
  const waiting = pace.waitForUpdate(new AbortController().signal).then(() => performance.now() - begin);
  await vi.runAllTimersAsync();
  return waiting;
}

test.each([
  ['nothing is followed by the shortest wait', 0, 80],
  ['20 ms is followed by twenty-five times as much, so that ours stays below 5 % of the time', 20, 500],
  ['a second is not followed by half a minute', 1_000, 2_000],
])('a turn of %s', async (_, workMs, waitMs) => {
  expect(await waitAfter(workMs)).toBe(waitMs);
});

test('the first turn begins at once, and none once it is stopped', async () => {
  expect(await new UpdateThrottle().waitForUpdate(new AbortController().signal)).toBe(true);
  expect(await new UpdateThrottle().waitForUpdate(AbortSignal.abort())).toBe(false);
});
