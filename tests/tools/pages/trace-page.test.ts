import { expect, test } from 'vitest';
import { measureTrace, type TraceEvent } from '../../../tools/pages/trace-page.ts';

const address = 'http://localhost/a';
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
    // A timer of the previous page, and the driver's work in between.
    event('CommitLoad', -30_000, 500, 500, 'http://localhost/before'),
    event('RunTask', -19_000, 5_000),
    event('FunctionCall', -18_000, 4_000, 4_000),
    event('RunTask', -2_000, 1_500),
    event('CommitLoad', -1_000, 100, 100, address),
    event('RunTask', 0, 10_000, 8_000),
    event('EvaluateScript', 1_000, 4_000, 2_000),
    // Inside the one above: counted with it.
    event('v8.run', 1_500, 3_000),
    event('FunctionCall', 6_000, 1_000),
    event('RunTask', 20_000, 5_000),
    // A task within a task is part of it.
    event('RunTask', 20_500, 100),
    event('FireIdleCallback', 21_000, 2_500),
    // The browser's own work belongs to no script, and another process is another page.
    event('Layout', 24_000, 900),
    { ...event('FunctionCall', 21_000, 9_000), pid: 2 },
  ];
  expect(measureTrace(events, address)).toEqual({ scriptMs: 5.5, maxTaskMs: 3, taskMs: 13 });
});

test('of two documents with the same address the last is measured', () => {
  const events = [
    event('CommitLoad', 0, 10, 10, address),
    event('RunTask', 100, 50),
    event('CommitLoad', 1_000, 10, 10, address),
    event('RunTask', 1_100, 70),
  ];
  expect(measureTrace(events, address)).toEqual({ scriptMs: 0, maxTaskMs: 0, taskMs: 0.07 });
});

test('a trace without the document measures nothing, and says so', () => {
  expect(() => measureTrace([event('RunTask', 0, 100)], address)).toThrow(address);
});
