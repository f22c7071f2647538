import type { Page } from 'puppeteer-core';

/**
 * The activity of all pages' main threads meanwhile, in ms. Includes processor time, as a busy machine inflates
 * wall-clock time.
 */
export interface TaskTimes {
  readonly maxCoreMs: number;
  readonly maxClockMs: number;
  readonly allCoreMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time and wall-clock time, in microseconds. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

/** Chromium only: Firefox cannot be traced. */
export async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<TaskTimes> {
  await page.tracing.start({ categories: ['toplevel', '__metadata'] });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)),
  );
  const longest = (field: 'tdur' | 'dur') => Math.max(0, ...tasks.map((event) => event[field] ?? 0)) / 1000;
  return {
    maxCoreMs: longest('tdur'),
    maxClockMs: longest('dur'),
    allCoreMs: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
  };
}
