import { expect, test, vi } from 'vitest';
import { askUntilAnswered } from '../../src/page/ask-until-answered.ts';
import { prepareFrame } from './prepare-frame.ts';

const page = prepareFrame('visible');

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
  return askUntilAnswered(page.view, ask, page.stop.signal);
}

/** Everything that follows from what has happened so far, timers included. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

test('what is answered at once is asked once, however often the reader comes back', async () => {
  const ask = askFailing(0);
  expect(await start(ask)).toBe('answer');
  page.turn('hidden');
  page.turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what failed is asked again when the reader comes back, each time, and not before', async () => {
  const ask = askFailing(2);
  const answered = start(ask);
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
  page.turn('hidden');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
  page.turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(2);
  page.turn('hidden');
  page.turn('visible');
  expect(await answered).toBe('answer');
  expect(ask).toHaveBeenCalledTimes(3);
});

test('a page that is shown out of the cache for going back asks again', async () => {
  const ask = askFailing(1);
  const answered = start(ask);
  await settle();
  page.view.dispatchEvent(new Event('pageshow'));
  expect(await answered).toBe('answer');
});

test('a reader who comes back while it is being asked has it asked no second time', async () => {
  const ask = vi.fn(() => new Promise<string>(() => undefined));
  void start(ask);
  page.turn('hidden');
  page.turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a page that was written anew meanwhile asks again, too', async () => {
  const ask = askFailing(1);
  const answered = start(ask);
  await settle();
  page.write('<p>Gender Shades</p>');
  await settle();
  page.turn('visible');
  expect(await answered).toBe('answer');
});

test('once it is stopped nothing is asked again, and the failure is told', async () => {
  const ask = askFailing(9);
  const answered = start(ask);
  await settle();
  page.stop.abort();
  await expect(answered).rejects.toThrow('cannot be reached');
  page.turn('hidden');
  page.turn('visible');
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});
