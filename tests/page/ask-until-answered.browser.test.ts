import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askUntilAnswered } from '../../src/page/ask-until-answered.ts';

let frame: HTMLIFrameElement;
let page: Window;
let stop: AbortController;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  frame = document.body.appendChild(document.createElement('iframe'));
  page = frame.contentWindow as Window;
  stop = new AbortController();
  visibility = 'visible';
  Object.defineProperty(page.document, 'visibilityState', { get: () => visibility });
});

afterEach(() => {
  stop.abort();
  frame.remove();
});

/** Fails so many times before it answers. */
function askFailing(times: number) {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new Error('cannot be reached');
    return 'answer';
  });
}

function start(ask: () => Promise<string>): Promise<string> {
  return askUntilAnswered(page, ask, stop.signal);
}

/** Everything that follows from what has happened so far, timers included. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

function turn(next: DocumentVisibilityState): void {
  visibility = next;
  page.document.dispatchEvent(new Event('visibilitychange'));
}

test('what is answered at once is asked once, however often the reader comes back', async () => {
  const ask = askFailing(0);
  expect(await start(ask)).toBe('answer');
  turn('hidden');
  turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what failed is asked again when the reader comes back, each time, and not before', async () => {
  const ask = askFailing(2);
  const answered = start(ask);
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
  turn('hidden');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
  turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(2);
  turn('hidden');
  turn('visible');
  expect(await answered).toBe('answer');
  expect(ask).toHaveBeenCalledTimes(3);
});

test('a page that is shown out of the cache for going back asks again', async () => {
  const ask = askFailing(1);
  const answered = start(ask);
  await settle();
  page.dispatchEvent(new Event('pageshow'));
  expect(await answered).toBe('answer');
});

test('a reader who comes back while it is being asked has it asked no second time', async () => {
  const ask = vi.fn(() => new Promise<string>(() => undefined));
  void start(ask);
  turn('hidden');
  turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a page that was written anew meanwhile asks again, too', async () => {
  const ask = askFailing(1);
  const answered = start(ask);
  await settle();
  page.document.open();
  page.document.write('<p>Gender Shades</p>');
  page.document.close();
  await settle();
  turn('visible');
  expect(await answered).toBe('answer');
});

test('once it is stopped nothing is asked again, and the failure is told', async () => {
  const ask = askFailing(9);
  const answered = start(ask);
  await settle();
  stop.abort();
  await expect(answered).rejects.toThrow('cannot be reached');
  turn('hidden');
  turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});
