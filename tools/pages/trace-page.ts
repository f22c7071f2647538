import type { Page } from 'puppeteer-core';

export interface ScriptCost {
  /** Processor time of the page's main thread in scripts, with what they made the browser do (style, layout, collection). */
  readonly scriptMs: number;
  /** The most of it that fell into one task. */
  readonly longestMs: number;
}

/** An event of Chromium's trace, as far as it is read; times in microseconds. */
export interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: on a busy machine a wall clock measures the others. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const categories = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel'];

/** What runs a script or what it has promised. The saved pages' own scripts are off, so all of it is the extension's. */
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

/** Stops the trace and reads from it what the extension under `origin` took in the page's process. */
export async function stopTrace(page: Page, origin: string): Promise<ScriptCost> {
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  return measureTrace(trace.traceEvents, origin);
}

/** Exported for its test. */
export function measureTrace(all: readonly TraceEvent[], origin: string): ScriptCost {
  const events = all.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  // The page before ran the extension too, and its last timers fall into the trace: ours begins with its own script.
  const first = events
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith(origin))
    .sort((a, b) => a.ts - b.ts)[0];
  if (!first) return { scriptMs: 0, longestMs: 0 };
  const isOwnThread = ({ pid, tid }: TraceEvent) => pid === first.pid && tid === first.tid;
  // What ran before was the driver's.
  const earlier = events.filter(
    (event) => event.name === 'RunTask' && isOwnThread(event) && event.ts <= first.ts,
  );
  const taskStart = Math.max(0, ...earlier.map(({ ts }) => ts));
  // An outer event begins before or with what it holds, and lasts longer.
  const ownThread = events
    .filter((event) => isOwnThread(event) && event.ts >= taskStart)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let scriptUs = 0;
  let longestUs = 0;
  let taskUs = 0;
  let taskEnd = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur = 0, tdur = dur } of ownThread) {
    if (name === 'RunTask' && ts >= taskEnd) {
      taskUs = 0;
      taskEnd = ts + dur;
    }
    if (!scriptEvents.has(name) || ts < scriptEnd) continue;
    scriptEnd = ts + dur;
    scriptUs += tdur;
    taskUs += tdur;
    longestUs = Math.max(longestUs, taskUs);
  }
  return { scriptMs: scriptUs / 1000, longestMs: longestUs / 1000 };
}
