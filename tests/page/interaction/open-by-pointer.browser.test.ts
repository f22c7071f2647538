import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { HighlightedItem } from '../../../src/page/highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../../../src/page/highlighting/page-highlighter.ts';
import type { LazyCard } from '../../../src/page/interaction/lazy-card.ts';
import { openByPointer } from '../../../src/page/interaction/open-by-pointer.ts';

const item = { kind: 'entity' } as HighlightedItem;
let stop: AbortController;
let term: HTMLElement;
let isOpen: boolean;
const card = {
  prepare: vi.fn<LazyCard['prepare']>(),
  open: vi.fn<LazyCard['open']>(),
  close: vi.fn<LazyCard['close']>(),
  get isOpen() {
    return isOpen;
  },
  hasPointer: false,
  contains: () => false,
};

beforeEach(() => {
  document.body.innerHTML =
    '<p style="margin: 60px">Police tried <b>Rekognition</b>.</p><p id="far">Far away</p>';
  term = document.querySelector('b') as HTMLElement;
  isOpen = false;
  vi.clearAllMocks();
  stop = new AbortController();
  const isOverTerm = (x: number, y: number) => document.elementFromPoint(x, y) === term;
  openByPointer({
    win: window,
    highlighter: () =>
      ({
        itemAt: (x, y) => (isOverTerm(x, y) ? item : undefined),
        rectsOf: () => [...term.getClientRects()],
      }) as Pick<PageHighlighter, 'itemAt' | 'rectsOf'> as PageHighlighter,
    hover: () => ({ isOn: true, openDelayMs: 20, closeDelayMs: 20 }),
    card: card as Partial<LazyCard> as LazyCard,
    signal: stop.signal,
  });
});

afterEach(() => stop.abort());

test('a card that is still loading when the pointer has gone on is not waited for any more', async () => {
  await userEvent.hover(term);
  await expect.poll(() => card.open.mock.calls.length).toBe(1);
  await userEvent.hover(document.querySelector('#far') as HTMLElement);
  await expect.poll(() => card.close.mock.calls.length).toBeGreaterThan(0);
});

test('a card that is still loading is waited for as long as the pointer stays on its term', async () => {
  await userEvent.hover(term, { position: { x: 4, y: 6 } });
  await expect.poll(() => card.open.mock.calls.length).toBe(1);
  await userEvent.hover(term, { position: { x: 12, y: 6 } });
  isOpen = true;
  await userEvent.hover(document.querySelector('#far') as HTMLElement);
  // The hover was still tracked, so leaving closes the card.
  await expect.poll(() => card.close.mock.calls.length).toBe(1);
});

test('what a press or a resting pointer is about to open is asked for before the click', async () => {
  await userEvent.hover(term, { position: { x: 4, y: 6 } });
  await expect.poll(() => card.prepare.mock.calls.length).toBe(1);
  card.prepare.mockClear();
  await userEvent.click(term, { position: { x: 4, y: 6 } });
  expect(card.prepare).toHaveBeenCalledWith(item);
  card.prepare.mockClear();
  await userEvent.click(document.querySelector('#far') as HTMLElement);
  expect(card.prepare).not.toHaveBeenCalled();
});

test('Esc calls off a card that is on its way', async () => {
  await userEvent.click(term, { position: { x: 4, y: 6 } });
  expect(card.open).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(card.close).toHaveBeenCalledTimes(1);
});

test('what a script makes up opens, prepares and closes nothing', async () => {
  const { left, top } = term.getBoundingClientRect();
  const at = { clientX: left + 4, clientY: top + 4, bubbles: true, composed: true, detail: 1 };
  const madeUp = () => {
    for (const type of ['pointermove', 'pointerdown', 'pointerup'])
      term.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
    term.dispatchEvent(new MouseEvent('click', at));
    term.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    window.dispatchEvent(new FocusEvent('blur'));
  };
  madeUp();
  // Twice as long as the hover delay.
  await new Promise((resolve) => setTimeout(resolve, 40));
  isOpen = true;
  madeUp();
  expect(card.prepare).not.toHaveBeenCalled();
  expect(card.open).not.toHaveBeenCalled();
  expect(card.close).not.toHaveBeenCalled();
  // A real click does.
  await userEvent.click(term, { position: { x: 4, y: 4 } });
  expect(card.open).toHaveBeenCalled();
});
