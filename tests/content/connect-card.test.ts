import { beforeEach, expect, test, vi } from 'vitest';
import type { ArticleCall, BoxCalls, CardCalls, CardDrawing } from '../../src/contracts/card-calls.ts';

type Answer = Promise<{ isOk: boolean; reply?: unknown }>;
type Listener = (message: unknown, sender: object) => Answer | undefined;
const api = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  frames: [] as (number | undefined)[],
  isGone: false,
}));
/** Stands in for the background: the box is in frame 0 of the tab, its card in frame 5. */
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      getURL: (path: string) => `chrome-extension://own/${path}`,
      onMessage: {
        addListener: (listener: Listener) => api.listeners.add(listener),
        removeListener: (listener: Listener) => api.listeners.delete(listener),
      },
      async sendMessage({ call, request }: { call: string; request: { frameId?: number } }) {
        if (api.isGone) throw new Error('Extension context invalidated.');
        const { frameId, ...forwarded } = request;
        api.frames.push(frameId);
        const to = call === 'tellCard' ? 'card' : 'box';
        const isStart = call === 'beginCard';
        const message = { to, ...(isStart && { call: 'ready' }), ...forwarded, from: to === 'card' ? 0 : 5 };
        const answers = [...api.listeners].map((listener) => listener(message, { id: 'own' }));
        const answer = await answers.find((one) => one !== undefined);
        if (answer === undefined) return { isOk: false, reason: 'Nobody answers' };
        return isStart && answer.isOk ? { isOk: true, reply: { drawing: answer.reply } } : answer;
      },
    },
  },
}));

const { connectBox } = await import('../../src/extension-pages/connect-box.ts');
const { connectCard } = await import('../../src/content/connect-card.ts');

const token = '0123456789abcdef'.repeat(2);
const drawing: CardDrawing = {
  number: 1,
  request: { subject: { kind: 'entity', ref: 'p/e' }, textOnPage: 'E' },
  appearance: { theme: 'auto', language: 'auto' },
};

function listenAsBox() {
  return {
    ready: vi.fn<BoxCalls['ready']>(() => drawing),
    readArticle: vi.fn<ArticleCall['readArticle']>(() => null),
    fit: vi.fn<BoxCalls['fit']>(),
    close: vi.fn<BoxCalls['close']>(),
    pointer: vi.fn<BoxCalls['pointer']>(),
    blurred: vi.fn<BoxCalls['blurred']>(),
    covered: vi.fn<BoxCalls['covered']>(),
    left: vi.fn<BoxCalls['left']>(),
    mayAct: vi.fn<BoxCalls['mayAct']>(() => true),
    switching: vi.fn<BoxCalls['switching']>(),
  };
}

function listenAsCard() {
  return {
    draw: vi.fn<CardCalls['draw']>(),
    reveal: vi.fn<CardCalls['reveal']>(),
    appear: vi.fn<CardCalls['appear']>(),
    clear: vi.fn<CardCalls['clear']>(),
  };
}

function connect(cardToken = token) {
  const ending = new AbortController();
  const [box, card] = [listenAsBox(), listenAsCard()];
  const toCard = connectCard(token, box, ending.signal);
  const toBox = connectBox(cardToken, card);
  return { box, card, toCard, toBox, ending };
}

beforeEach(() => {
  api.listeners.clear();
  api.frames.length = 0;
  api.isGone = false;
});

test('a ready card gets what to draw, and both ends know each other’s frame from then on', async () => {
  const { card, toCard, toBox } = connect();
  expect(await toBox.ready()).toEqual({ drawing });
  await toCard.draw({ ...drawing, number: 2 });
  expect(card.draw).toHaveBeenCalledExactlyOnceWith({ ...drawing, number: 2 });
  await toBox.left();
  expect(api.frames).toEqual([undefined, 5, 0]);
});

test('a box whose card has not connected says so, and sends nothing', async () => {
  const { card, toCard } = connect();
  await expect(toCard.draw(drawing)).rejects.toThrow('does not listen');
  expect(card.draw).not.toHaveBeenCalled();
  expect(api.frames).toEqual([]);
});

test('a box can find out whether the script of its card runs, before the card has spoken', async () => {
  const { toCard } = connect();
  expect(await toCard.isRunning()).toBe(true);
  api.listeners.clear();
  expect(await toCard.isRunning()).toBe(false);
});

test('a box whose extension has gone does not take its card for one whose script does not run', async () => {
  const { toCard } = connect();
  api.isGone = true;
  await expect(toCard.isRunning()).rejects.toThrow('cannot be reached');
});

test('a card whose token no box knows gets nothing', async () => {
  const { box, toBox } = connect(token.replace('0', '1'));
  await expect(toBox.ready()).rejects.toThrow();
  expect(box.ready).not.toHaveBeenCalled();
});

test('a card hears nothing from a box that has gone', async () => {
  const { toBox, ending } = connect();
  ending.abort();
  await expect(toBox.mayAct()).rejects.toThrow();
});

test('what a page’s process sends a card is checked before it is drawn', async () => {
  const { card, toCard, toBox } = connect();
  await toBox.ready();
  const broken = { ...drawing, request: { ...drawing.request, subject: { kind: 'script', ref: 'p/e' } } };
  await expect(toCard.draw(broken as unknown as CardDrawing)).rejects.toThrow();
  await expect(toCard.reveal({ number: 1 } as never)).rejects.toThrow();
  await expect(toCard.appear({ theme: 'loud', language: 'auto' } as never)).rejects.toThrow();
  await expect(toCard.clear({} as never)).rejects.toThrow();
  expect([card.draw, card.reveal, card.appear, card.clear].map((one) => one.mock.calls.length)).toEqual([
    0, 0, 0, 0,
  ]);
});

test('a box takes heights that are numbers, and for true only what is', async () => {
  const { box, toBox } = connect();
  await toBox.fit({ number: 1, height: Number.NaN, isNew: true });
  await toBox.fit({ number: 1, height: '9' as never, isNew: true });
  await toBox.fit({ number: 1, height: 90, isNew: 'yes' as never });
  expect(box.fit.mock.calls).toEqual([[{ number: 1, height: 90, isNew: false }]]);
  await toBox.close(undefined as never);
  expect(box.close).toHaveBeenCalledExactlyOnceWith({ isByKey: false });
});

test('nothing but a box that says so lets a card act', async () => {
  const { box, toBox } = connect();
  expect(await toBox.mayAct()).toBe(true);
  box.mayAct.mockReturnValue('perhaps' as never);
  expect(await toBox.mayAct()).toBe(false);
});
