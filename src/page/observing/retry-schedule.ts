import { waitForReturn, waitUntilVisible } from './wait-for-return.ts';

/**
 * How long to wait before each next attempt, in milliseconds. A background that is ended twice in a row, or is being
 * updated, is there again within seconds; one that is broken is not to be called for ever.
 */
const waitsMs = [1_000, 5_000, 25_000];

/** When to ask a background again that could not be reached: after some waits, then whenever the reader comes back. */
export class RetrySchedule {
  #failures = 0;

  noteAnswer(): void {
    this.#failures = 0;
  }

  /** Resolves to true when it is to be asked again, which is never in a hidden tab; to false when the signal stopped the wait. */
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
