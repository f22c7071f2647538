import { expect, test } from 'vitest';
import { measureTrace, type TraceEvent } from '../../tools/pages/trace-page.ts';

const origin = 'chrome-extension://a/';
const event = (name: string, ts: number, dur: number, tdur = dur, url?: string): TraceEvent => ({
  ph: 'X',
  name,
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur,
  ...(url !== undefined && { args: { data: { url } } }),
});

test('outer script events are summed by processor time, and the fullest task is the longest', () => {
  const events = [
    // A timer of the page before, and what the driver does in between.
    event('RunTask', -19_000, 5_000),
    event('FunctionCall', -18_000, 4_000, 4_000, `${origin}src/content.iife.js`),
    event('RunTask', -9_000, 5_000),
    event('RunMicrotasks', -8_000, 4_000),
    event('RunTask', 0, 10_000),
    event('EvaluateScript', 1_000, 4_000, 2_000, `${origin}src/content.iife.js`),
    // Inside the one above: counted with it.
    event('v8.run', 1_500, 3_000),
    event('FunctionCall', 6_000, 1_000),
    event('RunTask', 20_000, 5_000),
    event('FireIdleCallback', 21_000, 2_500),
    // The browser's own work is nobody's script, and another process is another page.
    event('Layout', 24_000, 900),
    { ...event('FunctionCall', 21_000, 9_000), pid: 2 },
  ];
  expect(measureTrace(events, origin)).toEqual({ scriptMs: 5.5, longestMs: 3 });
});

test('a process in which nothing of the extension ran costs nothing', () => {
  expect(measureTrace([event('RunTask', 0, 100), event('FunctionCall', 0, 50)], origin)).toEqual({
    scriptMs: 0,
    longestMs: 0,
  });
});
