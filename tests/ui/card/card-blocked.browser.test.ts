/** Documents that cannot hold a card: the page in the frame loads, but its script does not run. */
import { afterEach, expect, test, vi } from 'vitest';
import type { CardLink } from '../../../src/contracts/card-calls.ts';
import { CardBox } from '../../../src/page/interaction/card-box.ts';
import { waitUntil } from '../wait-until.ts';
import { requestFor } from './tested-card.ts';

let box: CardBox;
afterEach(() => box.discard());

function openCard(isRunning: CardLink['isRunning'], openedBy: 'click' | 'hover' = 'click') {
  document.body.innerHTML = '<p><span id="term">Example System</span></p>';
  const reported = { onFailed: vi.fn(), onBlocked: vi.fn() };
  const asked = vi.fn(isRunning);
  const address = new URL('../empty-page.html', import.meta.url).href;
  const link = { isRunning: asked } as Partial<CardLink> as CardLink;
  box = new CardBox({
    win: window,
    shownClass: 'sidelight-shown',
    address,
    connect: () => link,
    ...reported,
  });
  const opening = requestFor(document.getElementById('term') as HTMLElement, { openedBy });
  box.open(opening);
  return { ...reported, asked, opening };
}

const hosts = () => document.documentElement.querySelectorAll(':scope > div');

test('the page above is asked, from then on at once, and nothing of the box is left', async () => {
  const { onFailed, onBlocked, asked, opening } = openCard(async () => false);
  await waitUntil(() => onBlocked.mock.calls.length > 0);
  expect(onBlocked).toHaveBeenCalledExactlyOnceWith(opening);
  expect(hosts()).toHaveLength(0);
  box.open(opening);
  expect(onBlocked).toHaveBeenCalledTimes(2);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(onFailed).not.toHaveBeenCalled();
});

test('if the extension has gone the reader gets a message, and no document is blamed', async () => {
  const { onFailed, onBlocked, opening } = openCard(() => Promise.reject(new Error('gone')));
  await waitUntil(() => onFailed.mock.calls.length > 0);
  expect(hosts()).toHaveLength(0);
  box.open(opening);
  expect(hosts()).toHaveLength(1);
  expect(onBlocked).not.toHaveBeenCalled();
});

test('a card whose script runs is waited for', async () => {
  const { onFailed, onBlocked, asked } = openCard(async () => true);
  await waitUntil(() => asked.mock.calls.length > 0);
  await asked.mock.results[0]?.value;
  expect(hosts()).toHaveLength(1);
  expect(onFailed).not.toHaveBeenCalled();
  expect(onBlocked).not.toHaveBeenCalled();
});
