import type { Page } from 'puppeteer-core';

export interface ThreadCost {
  /** Processor time of the page's main thread in scripts, including the work they cause (style, layout, collection). */
  readonly scriptMs: number;
  /** The largest part of it in a single task. */
  readonly maxTaskMs: number;
  /** Processor time of the page's main thread in all its tasks. */
  readonly taskMs: number;
}

/** The fields used of an event in Chromium's trace; times in microseconds. */
export interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: on a busy machine a wall clock measures other processes. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const categories = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel'];

/**
 * Events that run a script or its promises. The saved pages' own scripts are off, so nearly all of it is the
 * extension's.
 */
const scriptEvents = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.run',
  'FunctionCall',
  'v8.callFunction',
  'FireIdleCallback',
  'TimerFire',
  'RunMicrotasks',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
]);

export async function startTrace(page: Page): Promise<void> {
  await page.tracing.start({ categories });
}

/** Stops the trace and computes the cost of the document that `page` shows for its thread. */
export async function stopTrace(page: Page): Promise<ThreadCost> {
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  return measureTrace(trace.traceEvents, page.url());
}

/** Exported for its test. @throws Error if no document with this address was loaded during the trace */
export function measureTrace(all: readonly TraceEvent[], address: string): ThreadCost {
  // The trace also contains the previous page, its last timers and the driver's work between them.
  const commit = all.findLast(({ name, args }) => name === 'CommitLoad' && args?.data?.url === address);
  if (!commit) throw new Error(`The trace does not show that ${address} was loaded.`);
  // An outer event begins before or with its inner events, and lasts longer.
  const events = all
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .filter(({ pid, tid, ts }) => pid === commit.pid && tid === commit.tid && ts >= commit.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let scriptUs = 0;
  let maxTaskUs = 0;
  let allTasksUs = 0;
  let taskUs = 0;
  let taskEnd = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (name === 'RunTask' && ts >= taskEnd) {
      taskUs = 0;
      taskEnd = ts + dur;
      allTasksUs += tdur;
    }
    if (!scriptEvents.has(name) || ts < scriptEnd) continue;
    scriptEnd = ts + dur;
    scriptUs += tdur;
    taskUs += tdur;
    maxTaskUs = Math.max(maxTaskUs, taskUs);
  }
  return { scriptMs: scriptUs / 1000, maxTaskMs: maxTaskUs / 1000, taskMs: allTasksUs / 1000 };
}
