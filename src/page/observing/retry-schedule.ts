import { waitForReturn, waitUntilVisible } from './wait-for-return.ts';

/**
 * Delay before each retry, in milliseconds. A background that is suspended twice in a row, or is being
 * updated, is back within seconds; a broken one must not be called endlessly.
 */
const waitsMs = [1_000, 5_000, 25_000];

/**
 * When to retry a background that could not be reached: after some delays, then whenever the reader returns
 * to the tab.
 */
export class RetrySchedule {
  #failures = 0;

  noteAnswer(): void {
    this.#failures = 0;
  }

  /** Resolves to true when it is time to retry, never in a hidden tab; to false when the signal aborts. */
  async wait(win: Window, signal: AbortSignal): Promise<boolean> {
    const waitMs = waitsMs[this.#failures];
    this.#failures += 1;
    const done = new AbortController();
    const isBack = waitForReturn(win, AbortSignal.any([signal, done.signal]));
    if (waitMs === undefined) return isBack;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isTime = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), waitMs);
    });
    const isDue = await Promise.race([isBack, isTime]);
    clearTimeout(timer);
    done.abort();
    return isDue && waitUntilVisible(win, signal);
  }
}
