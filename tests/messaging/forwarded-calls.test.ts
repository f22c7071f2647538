import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: object) => unknown;
const api = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  sent: [] as { tabId: number; message: object; options: object }[],
  answer: { isOk: true, reply: 'done' } as unknown,
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      onMessage: {
        addListener: (listener: Listener) => api.listeners.add(listener),
        removeListener: (listener: Listener) => api.listeners.delete(listener),
      },
    },
    tabs: {
      async sendMessage(tabId: number, message: object, options: object) {
        api.sent.push({ tabId, message, options });
        return api.answer;
      },
    },
  },
}));

const { handleForwardedCalls, forwardedCalls } = await import('../../src/messaging/forwarded-calls.ts');

const token = '0123456789abcdef'.repeat(2);
const background = { id: 'own' };
const call = { to: 'box', token, call: 'fit', request: 7, from: 3 };

/** The listener's answer; undefined if no listener takes the message. */
const deliver = async (message: unknown, sender: object = background) =>
  (await Promise.all([...api.listeners].map((listener) => listener(message, sender)))).find(
    (one) => one !== undefined,
  );

beforeEach(() => {
  api.listeners.clear();
  api.sent.length = 0;
  api.answer = { isOk: true, reply: 'done' };
});

function listen() {
  const ending = new AbortController();
  const fit = vi.fn((request: unknown) => `${request} px`);
  const noteFrame = vi.fn();
  handleForwardedCalls('box', token, { fit }, noteFrame, ending.signal);
  return { fit, noteFrame, ending };
}

test('a call of the other end is answered, and its frame known from then on', async () => {
  const { noteFrame } = listen();
  expect(await deliver(call)).toEqual({ isOk: true, reply: '7 px' });
  expect(noteFrame).toHaveBeenCalledExactlyOnceWith(3);
});

test.each([
  ['another extension', call, { id: 'other' }],
  ['a content script or a card, which are in a tab', call, { id: 'own', tab: { id: 1 } }],
  ['whoever does not know the token', { ...call, token: token.replace('0', '1') }, background],
  ['whoever speaks to the other end', { ...call, to: 'card' }, background],
  ['whoever names no frame', { ...call, from: undefined }, background],
  ['whoever names no call', { ...call, call: 7 }, background],
  ['what is no message', 'fit', background],
])('%s is not answered', async (_who, message, sender) => {
  const { fit, noteFrame } = listen();
  expect(await deliver(message, sender)).toBeUndefined();
  expect(fit).not.toHaveBeenCalled();
  expect(noteFrame).not.toHaveBeenCalled();
});

test.each(['constructor', 'toString', 'open'])(
  'the call "%s", which there is not, is refused',
  async (name) => {
    listen();
    expect(await deliver({ ...call, call: name })).toMatchObject({ isOk: false });
  },
);

test('nothing is heard once the box has gone', async () => {
  const { ending } = listen();
  ending.abort();
  expect(await deliver(call)).toBeUndefined();
});

test('the background hands a call on to the frame in the sender’s tab, with the sender’s own frame', async () => {
  const place = { tabId: 9, frameId: 4 };
  expect(await forwardedCalls.tellBox({ place }, { token, call: 'fit', request: 7, frameId: 0 })).toBe(
    'done',
  );
  expect(await forwardedCalls.tellCard({ place }, { token, call: 'draw' })).toBe('done');
  expect(api.sent).toEqual([
    { tabId: 9, message: { to: 'box', token, call: 'fit', request: 7, from: 4 }, options: { frameId: 0 } },
    { tabId: 9, message: { to: 'card', token, call: 'draw', from: 4 }, options: {} },
  ]);
});

test('a call that the other end refuses, or does not answer, is refused', async () => {
  const place = { tabId: 9, frameId: 4 };
  api.answer = { isOk: false, reason: 'No' };
  await expect(forwardedCalls.tellBox({ place }, { token, call: 'fit' })).rejects.toThrow('No');
  api.answer = undefined;
  await expect(forwardedCalls.tellBox({ place }, { token, call: 'fit' })).rejects.toThrow('not answered');
});
