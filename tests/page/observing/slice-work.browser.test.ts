import { expect, test, vi } from 'vitest';
import { runInSlices, waitForIdle } from '../../../src/page/observing/slice-work.ts';
import { prepareFrame } from '../prepare-frame.ts';

const page = prepareFrame('hidden');
const wait = () => waitForIdle(page.win, page.stop.signal);

test.each([
  ['as it came', () => undefined],
  ['written anew meanwhile', () => page.write('<p>Gender Shades</p>')],
])('a hidden page is waited for until it can be seen, %s', async (_, renew) => {
  let isOver = false;
  const waiting = wait().finally(() => {
    isOver = true;
  });
  renew();
  // Two turns of the event loop: a new subscriber subscribes when the change is announced, before the next task.
  await new Promise((resolve) => setTimeout(resolve));
  page.turn('hidden');
  await new Promise((resolve) => setTimeout(resolve));
  expect(isOver).toBe(false);
  page.turn('visible');
  expect(await waiting).toBe(true);
});

test('a wait that is stopped ends', async () => {
  const waiting = wait();
  page.stop.abort();
  expect(await waiting).toBe(false);
});

test('work of many steps gives way between them, and every so often to every task that waits', async () => {
  // A fake clock on which each reading takes 4 ms: two steps fill a slice.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 4;
    return now;
  });
  const gaveWay: number[] = [];
  let isReceived = false;
  addEventListener('message', () => (isReceived = true), { once: true });
  let receivedAt = Number.NaN;
  const steps = (function* () {
    for (let step = 0; step < 60; step += 1) {
      if (isReceived && Number.isNaN(receivedAt)) receivedAt = step;
      queueMicrotask(() => gaveWay.push(step));
      yield;
    }
    return gaveWay.length;
  })();
  postMessage('a task of the page', '*');
  const { isDone, result } = await runInSlices(steps, page.stop.signal);
  clock.mockRestore();
  expect(isDone).toBe(true);
  // Nearly all microtasks of the steps ran before the end, and the page's own task before the half.
  expect(result).toBeGreaterThan(50);
  expect(receivedAt).toBeLessThan(40);
});
