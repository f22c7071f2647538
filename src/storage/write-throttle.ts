/**
 * How often settings are written. Chromium refuses more than 120 operations a minute and 1,800 an hour on
 * storage.sync, and a batch may take two (it sets and removes). So thirty batches a minute and three hundred
 * an hour are written at once; after that one every eight seconds, which makes at most 750 batches in any
 * hour.
 */
/** A key that is held on a slider changes a setting thirty times a second; tabs follow five times. */
const quickPauseMs = 200;
const slowPauseMs = 8_000;
const quickBatchesPerMinute = 30;
const quickBatchesPerHour = 300;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long to wait before the next batch, after batches at `times` (ms). */
export function pauseAfter(times: readonly number[], nowMs: number): number {
  const inLast = (spanMs: number) => times.filter((time) => nowMs - time < spanMs).length;
  const isQuick = inLast(minuteMs) < quickBatchesPerMinute && inLast(hourMs) < quickBatchesPerHour;
  return isQuick ? quickPauseMs : slowPauseMs;
}

/** Those of `times` that still count. */
export function forgetOld(times: readonly number[], nowMs: number): number[] {
  return times.filter((time) => nowMs - time < hourMs);
}
