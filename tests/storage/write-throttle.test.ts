import { expect, test } from 'vitest';
import { forgetOld, pauseAfter } from '../../src/storage/write-throttle.ts';

/** The times in ms at which batches are written for a reader who never stops changing settings. */
function writeFor(durationMs: number): number[] {
  const times: number[] = [];
  for (let now = 0; now < durationMs; now += pauseAfter(times, now)) times.push(now);
  return times;
}

test('a reader who changes much is not kept waiting', () => {
  expect(writeFor(1_000)).toHaveLength(5);
});

test('a flood stays within the browser’s 120 operations a minute and 1,800 an hour, two to a batch', () => {
  const times = writeFor(3 * 3_600_000);
  for (const [spanMs, most] of [
    [60_000, 120],
    [3_600_000, 1_800],
  ] as const) {
    let first = 0;
    times.forEach((time, number) => {
      while ((times[first] ?? 0) <= time - spanMs) first += 1;
      expect((number - first + 1) * 2).toBeLessThanOrEqual(most);
    });
  }
});

test('what happened more than an hour ago is forgotten', () => {
  expect(forgetOld([0, 5_000, 3_600_001], 3_600_002)).toEqual([5_000, 3_600_001]);
});
