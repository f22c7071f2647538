import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runInSlices, waitForIdle } from '../../src/page/slice-work.ts';

let frame: HTMLIFrameElement;
let stop: AbortController;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  stop = new AbortController();
  frame = document.body.appendChild(document.createElement('iframe'));
  visibility = 'hidden';
  Object.defineProperty(page(), 'visibilityState', { get: () => visibility });
});

afterEach(() => {
  stop.abort();
  frame.remove();
});

function page(): Document {
  if (!frame.contentDocument) throw new Error('The frame of the test has a document.');
  return frame.contentDocument;
}

function turn(next: DocumentVisibilityState): void {
  visibility = next;
  page().dispatchEvent(new Event('visibilitychange'));
}

function wait(): Promise<boolean> {
  return waitForIdle(frame.contentWindow as Window, stop.signal);
}

test.each([
  ['as it came', () => undefined],
  [
    'written anew meanwhile',
    () => {
      page().open();
      page().write('<p>Gender Shades</p>');
      page().close();
    },
  ],
])('a hidden page is waited for until it can be seen, %s', async (_, renew) => {
  let isOver = false;
  const waiting = wait().finally(() => {
    isOver = true;
  });
  renew();
  // Two turns of the loop: what listens anew does so when the change is told, which is before the next task.
  await new Promise((resolve) => setTimeout(resolve));
  turn('hidden');
  await new Promise((resolve) => setTimeout(resolve));
  expect(isOver).toBe(false);
  turn('visible');
  expect(await waiting).toBe(true);
});

test('a wait that is stopped ends', async () => {
  const waiting = wait();
  stop.abort();
  expect(await waiting).toBe(false);
});

test('work of many steps gives way between them, and every so often to every task that waits', async () => {
  // By a clock of its own, by which each look at it takes 4 ms: two steps fill a slice.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 4;
    return now;
  });
  const gaveWay: number[] = [];
  let isHeard = false;
  addEventListener('message', () => (isHeard = true), { once: true });
  let heardAt = Number.NaN;
  const steps = (function* () {
    for (let step = 0; step < 60; step += 1) {
      if (isHeard && Number.isNaN(heardAt)) heardAt = step;
      queueMicrotask(() => gaveWay.push(step));
      yield;
    }
    return gaveWay.length;
  })();
  postMessage('a task of the page', '*');
  const { isDone, result } = await runInSlices(steps, stop.signal);
  clock.mockRestore();
  expect(isDone).toBe(true);
  // Nearly all microtasks of the steps had their turn before the end, and the page's own task before the half.
  expect(result).toBeGreaterThan(50);
  expect(heardAt).toBeLessThan(40);
});
