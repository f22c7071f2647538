import { expect, test, vi } from 'vitest';
import type { HighlightedItem } from '../../../src/page/highlighting/highlighted-item.ts';
import type { PageHighlighter } from '../../../src/page/highlighting/page-highlighter.ts';
import type { CardBox } from '../../../src/page/interaction/card-box.ts';
import type { CardOpening } from '../../../src/page/interaction/card-opening.ts';
import { LazyCard, type LazyCardOptions } from '../../../src/page/interaction/lazy-card.ts';

const item = {
  kind: 'statement',
  block: { text: 'We stand ready.' },
  quoteMatch: { statement: 'pack/s', start: 0, end: 15, text: 'We stand ready.' },
} as unknown as HighlightedItem;
const highlighter = { elementOf: () => ({}), rectsOf: () => [] } as unknown as PageHighlighter;

const article = { title: '', address: 'https://page.example/', date: null, blocks: [] };

function makeCard(load: LazyCardOptions['load']) {
  const onFailed = vi.fn();
  return {
    onFailed,
    card: new LazyCard({
      ...{
        load,
        highlighter: () => highlighter,
        pageDate: () => undefined,
        readArticle: () => article,
        onFailed,
        onEscape: () => undefined,
      },
      appearance: { theme: 'auto', language: 'en' },
    }),
  };
}

const unreachable = async () => {
  throw new Error('nobody answers');
};

test.each(['click', 'keyboard', 'list'] as const)(
  'a card that cannot be loaded is reported, each time that a reader asks for it (%s)',
  async (openedBy) => {
    for (const load of [unreachable, async () => undefined]) {
      const { card, onFailed } = makeCard(load);
      card.open(item, openedBy);
      await vi.waitFor(() => expect(onFailed).toHaveBeenCalledTimes(1));
      card.open(item, openedBy);
      await vi.waitFor(() => expect(onFailed).toHaveBeenCalledTimes(2));
    }
  },
);

test('a resting pointer gets no message, nor does a reader who has left meanwhile', async () => {
  let fail: ((reason: Error) => void) | undefined;
  const load = vi.fn(() => new Promise<undefined>((_resolve, reject) => (fail = reject)));
  const { card, onFailed } = makeCard(load);
  card.open(item, 'hover');
  fail?.(new Error('nobody answers'));
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  card.open(item, 'click');
  card.close();
  fail?.(new Error('nobody answers'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(onFailed).not.toHaveBeenCalled();
});

test('a card that loads is opened, without a message', async () => {
  const [open, applyAppearance] = [vi.fn(), vi.fn()];
  const { card, onFailed } = makeCard(async () => ({ open, applyAppearance }) as unknown as CardBox);
  card.open(item, 'click');
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(1));
  expect(applyAppearance).toHaveBeenCalledExactlyOnceWith({ theme: 'auto', language: 'en' });
  expect(onFailed).not.toHaveBeenCalled();
});

test('a card that a frame asked for gets no article: the one around it is another document', async () => {
  let read: (() => unknown) | undefined;
  const open = vi.fn();
  const { card } = makeCard(async (_onFailed, _onEscape, readArticle) => {
    read = readArticle;
    return { open, applyAppearance: vi.fn() } as unknown as CardBox;
  });
  card.open(item, 'click');
  await vi.waitUntil(() => open.mock.calls.length === 1);
  expect(read?.()).toBe(article);
  card.openElsewhere({} as CardOpening);
  expect(read?.()).toBeNull();
  card.prepare(item);
  expect(read?.()).toBe(article);
});
