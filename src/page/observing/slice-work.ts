import { waitUntilVisible } from './wait-for-return.ts';

/**
 * One slice of work. On a machine four times slower than the one this was measured on a step that is begun at the
 * end of a slice still ends well before 50 ms, where a task becomes "long" and input waits.
 */
const sliceMs = 6;

/** `scheduler.yield` comes back before the page's own timers and messages: work of seconds would hold them up as long. */
const slicesPerFullYield = 8;

/** In the background of a busy page the browser may never be idle; after this long the work comes all the same. */
const maxWaitMs = 500;

/**
 * Runs the steps of a generator in slices, giving way to the page between them.
 * @returns whether all was done (and not stopped by the signal), and the time that our own slices took.
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

/** Lets rendering and the reader's input go first, and with `toAll` every task of the page's that waits. */
function yieldToMain(toAll: boolean): Promise<void> {
  // Not in Firefox ESR 140 and older; scheduler.yield comes back before other timers, setTimeout may be held 1 s.
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

/** Resolves when the page is idle, at the latest after `maxWaitMs`, and never in a hidden tab; false if stopped. */
export async function waitForIdle(win: Window, signal: AbortSignal): Promise<boolean> {
  if (!(await waitUntilVisible(win, signal))) return false;
  await new Promise<void>((resolve) => {
    if (win.requestIdleCallback) win.requestIdleCallback(() => resolve(), { timeout: maxWaitMs });
    else setTimeout(resolve, 1);
  });
  return !signal.aborted;
}

/** Resolves to true when the page has loaded and come to rest after it, to false when the signal stopped the wait. */
export async function waitForLoad(win: Window, signal: AbortSignal): Promise<boolean> {
  if (win.document.readyState !== 'complete') {
    await new Promise<void>((resolve) => {
      win.addEventListener('load', () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  return waitForIdle(win, signal);
}
