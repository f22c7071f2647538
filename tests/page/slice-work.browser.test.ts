import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitForIdle } from '../../src/page/slice-work.ts';

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
