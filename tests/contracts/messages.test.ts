import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FailureError, readFailure } from '../../src/settings/failure.ts';
import { card, contentScript } from '../messaging/content-script-sender.ts';

/** The extension's message channel: a message reaches every listener, and the first promise is the answer. */
const channel = vi.hoisted(() => {
  type Listener = (message: unknown, sender: unknown) => unknown;
  const state = {
    listeners: [] as Listener[],
    sender: { id: 'own', url: 'own://page.html' } as Record<string, unknown>,
    failures: [] as string[],
    sent: 0,
    async deliver(message: unknown) {
      state.sent += 1;
      const failure = state.failures.shift();
      if (failure === 'silence') return new Promise(() => undefined);
      if (failure !== undefined) throw new Error(failure);
      const transported = JSON.parse(JSON.stringify(message)) as unknown;
      return state.listeners.map((listener) => listener(transported, state.sender)).find((answer) => answer);
    },
  };
  return state;
});

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      getURL: (path: string) => `own://${path}`,
      sendMessage: channel.deliver,
      onMessage: {
        addListener: (listener: (typeof channel.listeners)[number]) => channel.listeners.push(listener),
        removeListener: (listener: (typeof channel.listeners)[number]) => {
          channel.listeners = channel.listeners.filter((known) => known !== listener);
        },
      },
    },
    tabs: { sendMessage: (_tabId: number, message: unknown) => channel.deliver(message) },
  },
}));

const { callBackground } = await import('../../src/messaging/call-background.ts');
const { callTab } = await import('../../src/messaging/call-tab.ts');
const { handleBackgroundCalls } = await import('../../src/messaging/handle-background-calls.ts');
const { handleContentCalls } = await import('../../src/messaging/handle-content-calls.ts');
type BackgroundHandlers = Parameters<typeof handleBackgroundCalls>[0];
type ContentHandlers = Parameters<typeof handleContentCalls>[0];

/** Handlers that return their request; a case overrides only those it needs. */
function answerWith(handlers: Partial<BackgroundHandlers>, ready: Promise<void> = Promise.resolve()) {
  const echo = vi.fn((_caller: unknown, request: unknown) => request);
  const all = new Proxy(handlers, { get: (known, name) => Reflect.get(known, name) ?? echo });
  handleBackgroundCalls(all as BackgroundHandlers, ready);
  return echo;
}

beforeEach(() => {
  channel.listeners = [];
  channel.sender = card;
  channel.failures = [];
  channel.sent = 0;
});

test('a call reaches its handler with the request and the frame that made it, and brings the reply', async () => {
  const getCardContent = vi.fn(() => null);
  answerWith({ getCardContent });
  const subject = { kind: 'entity', ref: 'p/e', token: '0123456789abcdef'.repeat(2) } as const;
  expect(await callBackground('getCardContent', subject)).toBeNull();
  expect(getCardContent).toHaveBeenCalledExactlyOnceWith(
    {
      kind: 'card',
      frame: {
        ...{ tabId: 7, frameId: 4, opener: contentScript.tab },
        ...{ address: card.url, site: '', pageHost: 'example.org' },
      },
      place: { tabId: 7, frameId: 4 },
    },
    subject,
  );
});

test('a page of the extension is no frame, also where it is opened as a tab', async () => {
  const getPacks = vi.fn(() => []);
  answerWith({ getPacks });
  channel.sender = { id: 'own', url: 'own://options.html', tab: { id: 9 }, frameId: 0 };
  await callBackground('getPacks');
  expect(getPacks).toHaveBeenCalledWith(
    { kind: 'extension-page', frame: null, place: { tabId: 9, frameId: 0 } },
    undefined,
  );
});

test('a background that drops one call is asked a second time', async () => {
  channel.sender = card;
  answerWith({ getPageHost: () => 'www.example.org' });
  channel.failures = ['Could not establish connection. Receiving end does not exist.'];
  expect(await callBackground('getPageHost')).toBe('www.example.org');
  expect(channel.sent).toBe(2);
});

test('a background that is gone is asked twice and then reported', async () => {
  channel.failures = ['gone', 'gone'];
  const error = await callBackground('getSettings').catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('cannot be reached (getSettings)');
  expect(readFailure(error)).toEqual({ code: 'unanswered', values: {} });
  expect(channel.sent).toBe(2);
});

describe('a background that leaves a call unanswered for good, as Chromium’s does that is just being ended,', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is asked a second time', async () => {
    channel.sender = card;
    answerWith({ getPageHost: () => 'www.example.org' });
    channel.failures = ['silence'];
    const host = callBackground('getPageHost');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await host).toBe('www.example.org');
    expect(channel.sent).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('and then refuses is taken at its word', async () => {
    answerWith({
      getPageHost: () => {
        throw new Error('the pack is damaged');
      },
    });
    channel.failures = ['silence'];
    const refused = expect(callBackground('getPageHost')).rejects.toThrow('the pack is damaged');
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
  });

  test('and then is gone is reported', async () => {
    channel.failures = ['silence', 'gone'];
    const reported = expect(callBackground('getSettings')).rejects.toMatchObject({ name: 'UnansweredCall' });
    await vi.advanceTimersByTimeAsync(35_000);
    await reported;
  });

  test('both times is reported', async () => {
    channel.failures = ['silence', 'silence'];
    const reported = expect(callBackground('getSettings')).rejects.toMatchObject({ name: 'UnansweredCall' });
    await vi.advanceTimersByTimeAsync(35_000);
    await reported;
    expect(channel.sent).toBe(2);
  });

  test('but answers in time is asked once', async () => {
    let reply: (host: string) => void = () => undefined;
    channel.sender = card;
    answerWith({ getPageHost: () => new Promise<string>((resolve) => (reply = resolve)) });
    const host = callBackground('getPageHost');
    await vi.advanceTimersByTimeAsync(4_999);
    reply('www.example.org');
    expect(await host).toBe('www.example.org');
    expect(channel.sent).toBe(1);
  });

  test('but answers both is heard the first time', async () => {
    const replies: ((host: string) => void)[] = [];
    channel.sender = card;
    answerWith({ getPageHost: () => new Promise<string>((resolve) => replies.push(resolve)) });
    const host = callBackground('getPageHost');
    await vi.advanceTimersByTimeAsync(6_000);
    replies[0]?.('first.example.org');
    expect(await host).toBe('first.example.org');
    expect(replies).toHaveLength(2);
  });
});

test('an unanswered call is reported', async () => {
  await expect(callBackground('getSettings')).rejects.toThrow('"getSettings" was not answered');
});

test('a refusal brings its reason and is not tried again', async () => {
  answerWith({
    getPageHost: () => {
      throw new Error('the pack is damaged');
    },
  });
  await expect(callBackground('getPageHost')).rejects.toThrow('the pack is damaged');
  expect(channel.sent).toBe(1);
});

test('a failure that is a reader’s to know comes through as its code and values', async () => {
  const failure = { code: 'settingsTooLarge', values: { bytes: 102_401, most: 102_400 } } as const;
  answerWith({
    getPageHost: () => {
      throw new FailureError(failure);
    },
  });
  await expect(callBackground('getPageHost')).rejects.toMatchObject({ name: 'RejectedCall', failure });
});

test('another extension is not heard, neither by the background nor by a content script', async () => {
  const echo = answerWith({});
  listenInContent({ readArticle: echo as never });
  channel.sender = { id: 'other', url: 'other://background.js' };
  await expect(callBackground('getSettings')).rejects.toThrow('not answered');
  expect(await channel.deliver({ to: 'content', call: 'readArticle' })).toBeUndefined();
  expect(echo).not.toHaveBeenCalled();
});

const secret = 'abcdefghijklmnop';

test.each([
  [{ to: 'background', call: 'getCardContent', request: { kind: 'person', ref: 'p/e' } }],
  [{ to: 'background', call: 'reportCount', request: { mentions: -1, traces: 0, startedAtMs: 0 } }],
  [{ to: 'background', call: 'openOptions', request: { section: '<script>' } }],
  [{ to: 'background', call: 'restyleMarks', request: { secret, before: 'p{}', now: null } }],
  [{ to: 'background', call: 'restyleMarks', request: { secret, before: null, now: '} p { color: red' } }],
  [{ to: 'background', call: 'restyleMarks', request: { secret: 'p{}p', before: null, now: null } }],
  [{ to: 'background', call: 'showCards', request: { secret: `${secret}{}` } }],
  [{ to: 'background', call: 'changeFromCard', request: { kind: 'entity', entity: 7, isHidden: true } }],
  [{ to: 'background', call: 'toString' }],
])('a malformed call is refused before any handler sees it: %j', async (message) => {
  const echo = answerWith({});
  expect(await channel.deliver(message)).toMatchObject({ isOk: false });
  expect(echo).not.toHaveBeenCalled();
});

test.each([[undefined], ['text'], [{ to: 'content', call: 'readArticle' }], [{ to: 'background' }]])(
  'what is not addressed to the background is left to others: %j',
  async (message) => {
    answerWith({});
    expect(await channel.deliver(message ?? null)).toBeUndefined();
  },
);

describe('a card', () => {
  beforeEach(() => {
    channel.sender = card;
  });

  test('may hide an entity, call a match wrong, switch a topic and its page’s site off, and learns nothing by it', async () => {
    const echo = answerWith({});
    const wrongHere = { kind: 'exception', exception: { entity: 'p/e', name: 'N' }, isNoted: true } as const;
    const places = [{ host: 'example.org' }, { beside: 'river' }, { host: 'example.org', beside: 'x' }];
    const changes = [
      { kind: 'entity', entity: 'p/e', isHidden: true },
      { kind: 'topic', topic: 'p/t', isOn: false },
      { kind: 'site', pattern: 'www.example.org', isOn: false },
      ...places.map((place) => ({ ...wrongHere, exception: { ...wrongHere.exception, ...place } })),
    ] as const;
    for (const change of changes) {
      await callBackground('changeFromCard', change);
      expect(echo).toHaveBeenLastCalledWith(expect.anything(), change);
    }
  });

  test.each([
    { kind: 'exception', exception: { entity: 'p/e', name: 'N', host: 'org' }, isNoted: true },
    { kind: 'exception', exception: { entity: 'p/e', name: 'N', host: 'news.example.org' }, isNoted: true },
    {
      kind: 'exception',
      exception: { entity: 'p/e', name: 'N', host: 'other.net', beside: 'x' },
      isNoted: false,
    },
    { kind: 'site', pattern: 'org', isOn: false },
    // The frame's own site, which the reader does not see in the address bar.
    { kind: 'site', pattern: 'news.example.org', isOn: false },
    { kind: 'site', pattern: 'other.net', isOn: false },
    { kind: 'site', pattern: 'www.example.org', isOn: true },
    { kind: 'site-mode', mode: 'only' },
    { kind: 'field', field: 'enabled', value: false },
    ...[true, null].map((isOn) => ({ kind: 'topic', topic: 'p/t', isOn })),
    { kind: 'forget-pack', pack: 'p' },
    { kind: 'restore', fields: {} },
    { kind: 'replace', settings: {} },
    { kind: 'reset' },
  ])('may not change %j', async (request) => {
    const echo = answerWith({});
    for (const call of ['changeFromCard', 'changeSettings']) {
      expect(await channel.deliver({ to: 'background', call, request })).toMatchObject({
        isOk: false,
        reason: expect.stringMatching(/may call "changeSettings"|malformed|another site/),
      });
    }
    expect(echo).not.toHaveBeenCalled();
  });

  test('of a page without a site may name none', async () => {
    const echo = answerWith({});
    channel.sender = { ...card, tab: { id: 7, url: 'file:///home/story.html' } };
    for (const pattern of ['', 'example.org']) {
      const request = { kind: 'site', pattern, isOn: false } as const;
      await expect(callBackground('changeFromCard', request)).rejects.toThrow('another site');
    }
    expect(echo).not.toHaveBeenCalled();
  });
});

test('the options page may change anything', async () => {
  answerWith({});
  channel.sender = { id: 'own', url: 'own://options.html' };
  expect(await callBackground('changeSettings', { kind: 'reset' })).toEqual({ kind: 'reset' });
});

test('nothing is answered before the background is ready', async () => {
  let begin: () => void = () => undefined;
  const echo = answerWith({}, new Promise((resolve) => (begin = resolve)));
  const host = callBackground('getPageHost');
  await new Promise((resolve) => setTimeout(resolve));
  expect(echo).not.toHaveBeenCalled();
  begin();
  await host;
  expect(echo).toHaveBeenCalledOnce();
});

test('a background that cannot be made ready refuses with the reason', async () => {
  const echo = answerWith({}, Promise.reject(new Error('the store stays open')));
  await expect(callBackground('getPageHost')).rejects.toThrow('the store stays open');
  expect(echo).not.toHaveBeenCalled();
});

function listenInContent(handlers: Partial<ContentHandlers>, signal = new AbortController().signal) {
  handleContentCalls(handlers as ContentHandlers, signal);
}

test('the background and the extension’s pages reach a content script, another content script does not', async () => {
  const revealMention = vi.fn();
  listenInContent({ revealMention });
  const call = () => callTab({ tabId: 7, frameId: 0 }, 'revealMention', { entity: 'p/e', index: 2 });
  for (const sender of [
    { id: 'own', url: 'own://background.js' },
    { id: 'own', url: 'own://toolbar.html', tab: { id: 9 } },
  ]) {
    channel.sender = sender;
    await call();
  }
  expect(revealMention).toHaveBeenCalledTimes(2);
  channel.sender = contentScript;
  await expect(call()).rejects.toThrow('not answered');
  expect(revealMention).toHaveBeenCalledTimes(2);
});

test('a page whose address only holds an address of the extension’s is a page like any other', async () => {
  const echo = answerWith({});
  const revealMention = vi.fn();
  listenInContent({ revealMention });
  for (const url of [
    'https://news.example.org/?own://options.html',
    'https://own.example.org/own://',
    'xown://a',
  ]) {
    channel.sender = { ...contentScript, url };
    await expect(callBackground('getPacks')).rejects.toThrow(/may call "getPacks"/);
    const call = callTab({ tabId: 7, frameId: 0 }, 'revealMention', { entity: 'p/e', index: 2 });
    await expect(call).rejects.toThrow('not answered');
  }
  expect(echo).not.toHaveBeenCalled();
  expect(revealMention).not.toHaveBeenCalled();
});

test('a statement is revealed in the place that is asked for, or in the first', async () => {
  const revealStatement = vi.fn();
  listenInContent({ revealStatement });
  channel.sender = { id: 'own', url: 'own://panel.html' };
  for (const request of [{ statement: 'p/s' }, { statement: 'p/s', index: 2 }]) {
    await callTab({ tabId: 7, frameId: 0 }, 'revealStatement', request);
    expect(revealStatement).toHaveBeenLastCalledWith(request);
  }
});

test.each<[string, unknown]>([
  ['revealMention', { entity: 'p/e' }],
  ['revealMention', { entity: 'p/e', index: 0.5 }],
  ['revealStatement', { index: 0 }],
  ['revealStatement', { statement: 'p/s', index: -1 }],
  ['revealStatement', { statement: 'p/s', index: 1.5 }],
  ['revealStatement', { statement: 'p/s', index: '1' }],
  ...[2, '1'].map((step): [string, unknown] => ['moveToMention', { step, open: true }]),
  ['readArticle', { unexpected: true }],
  ['constructor', undefined],
])('a content script refuses a malformed "%s" %j', async (call, request) => {
  const handle = vi.fn();
  listenInContent({ [call]: handle });
  channel.sender = { id: 'own', url: 'own://background.js' };
  expect(await channel.deliver({ to: 'content', call, request })).toMatchObject({ isOk: false });
  expect(handle).not.toHaveBeenCalled();
});

test('a content script whose life has ended answers no more', async () => {
  const life = new AbortController();
  listenInContent({ moveToMention: () => undefined }, life.signal);
  life.abort();
  channel.sender = { id: 'own', url: 'own://background.js' };
  await expect(callTab({ tabId: 7, frameId: 0 }, 'moveToMention', { step: 1, open: true })).rejects.toThrow(
    'not answered',
  );
});
