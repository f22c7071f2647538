import { waitUntilVisible } from './wait-for-return.ts';

/**
 * Length of one slice of work. Even on a machine four times slower than the one measured, a step that starts
 * at the end of a slice ends well before 50 ms, where a task becomes "long" and input waits.
 */
const sliceMs = 6;

/**
 * `scheduler.yield` resumes before the page's own timers and messages: without a full yield, seconds of work
 * would block them.
 */
const slicesPerFullYield = 8;

/** A busy page may never be idle; after this long the work starts all the same. */
const maxWaitMs = 500;

/**
 * Runs the steps of a generator in slices and yields to the page between them.
 * @returns whether it ran to completion (was not aborted), and the time that the slices took
 */
export async function runInSlices<Result>(
  steps: Iterator<unknown, Result>,
  signal: AbortSignal,
): Promise<{ isDone: boolean; result?: Result; workMs: number }> {
  let workMs = 0;
  for (let slice = 1; !signal.aborted; slice += 1) {
    const begin = performance.now();
    let step: IteratorResult<unknown, Result>;
    do {
      step = steps.next();
    } while (!step.done && performance.now() < begin + sliceMs && !signal.aborted);
    workMs += performance.now() - begin;
    if (step.done) return { isDone: true, result: step.value, workMs };
    await yieldToMain(slice % slicesPerFullYield === 0);
  }
  return { isDone: false, workMs };
}

/** Yields to rendering and input; with `toAll`, to every waiting task of the page. */
function yieldToMain(toAll: boolean): Promise<void> {
  // Not in Firefox ESR 140 and older. scheduler.yield resumes before other timers; setTimeout may be delayed
  // by 1 s.
  if (!toAll && globalThis.scheduler?.yield) return globalThis.scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/**
 * Resolves to true when the page is idle, after at most `maxWaitMs`, never in a hidden tab; to false if
 * aborted.
 */
export async function waitForIdle(win: Window, signal: AbortSignal): Promise<boolean> {
  if (!(await waitUntilVisible(win, signal))) return false;
  await new Promise<void>((resolve) => {
    if (win.requestIdleCallback) win.requestIdleCallback(() => resolve(), { timeout: maxWaitMs });
    else setTimeout(resolve, 1);
  });
  return !signal.aborted;
}

/** Resolves to true once the page has loaded and is idle; to false when the signal aborts. */
export async function waitForLoad(win: Window, signal: AbortSignal): Promise<boolean> {
  if (win.document.readyState !== 'complete') {
    await new Promise<void>((resolve) => {
      win.addEventListener('load', () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  return waitForIdle(win, signal);
}
