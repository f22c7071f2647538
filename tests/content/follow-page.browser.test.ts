import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageSettings } from '../../src/settings/page-settings.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { createTestBackground, type TestBackground } from '../page/test-background.ts';

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

const channel = vi.hoisted(() => ({
  listeners: [] as Listener[],
  answer: undefined as ((call: string, request: unknown) => unknown) | undefined,
}));

vi.mock('webextension-polyfill', () => {
  const api = {
    runtime: {
      id: 'own',
      getURL: (path: string) => `own://${path}`,
      sendMessage: async ({ call, request }: { call: string; request?: unknown }) => ({
        isOk: true,
        reply: await channel.answer?.(call, request),
      }),
      onMessage: {
        addListener: (listener: Listener) => channel.listeners.push(listener),
        removeListener: (listener: Listener) => {
          channel.listeners = channel.listeners.filter((known) => known !== listener);
        },
      },
    },
    i18n: { getMessage: () => '' },
  };
  // Vite uses the exports of a CommonJS package as its default export; tsc and the build need named exports.
  return { ...api, default: api };
});
const { followPage } = await import('../../src/content/follow-page.ts');
const { plainMarks } = await import('../../src/content/open-marks.ts');

const settings: PageSettings = {
  ...defaultSettings,
  stoppedBy: null,
  topics: [
    ['test/systems', '#1a6fb0'],
    ['test/audits', '#b01a3c'],
  ],
  hiddenEntities: [],
  exceptions: [],
  density: 'every',
  extent: 'whole-page',
};
const off: PageSettings = { ...settings, stoppedBy: 'disabled' };
const own = location.hostname;

let controller: AbortController;
let background: TestBackground;
let article: HTMLElement;
/** The page's pending requests for its settings, in order. */
let asked: ((answer: PageSettings) => void)[];

beforeEach(() => {
  controller = new AbortController();
  background = createTestBackground();
  asked = [];
  channel.listeners = [];
  channel.answer = (call, request) =>
    call === 'sendText'
      ? background.sendText(request as Parameters<typeof background.sendText>[0])
      : undefined;
  article = document.createElement('article');
  article.innerHTML = '<p>Rekognition and Gender Shades</p>';
  document.body.append(article);
});

afterEach(() => {
  controller.abort();
  article.remove();
});

function follow(marks = plainMarks): void {
  const options = {
    readSettings: () => new Promise<PageSettings>((resolve) => asked.push(resolve)),
    loadCard: async () => undefined,
    onCardFailed: () => undefined,
    loadMarkElementHighlighter: async () => undefined,
    onCount: () => undefined,
    openMarks: async () => marks,
  };
  void followPage(options, controller.signal);
}

/** Calls the page like the background; resolves with the answer. */
function call(name: string, request?: unknown): Promise<unknown> {
  const message = { to: 'content', call: name, request };
  const answers = channel.listeners.map((listener) =>
    listener(message, { id: 'own', url: 'own://background.js' }),
  );
  return answers.find((answer) => answer !== undefined) ?? Promise.reject(new Error('Nobody answers.'));
}
const push = (changed: PageSettings, host = own, isByHost = true) =>
  call('applySettings', { host, settings: changed, isByHost });

const painted = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('sidelight'))
    .flatMap(([, highlight]) => [...highlight].map(String))
    .sort();

test('a change while a page is being opened is not lost, whatever the first answer is', async () => {
  follow();
  await expect.poll(() => asked.length).toBe(1);
  const pushed = push(off);
  await expect.poll(() => asked.length).toBe(2);
  // The later request is answered first.
  asked[1]?.(off);
  await pushed;
  asked[0]?.(settings);
  expect(await call('readArticle')).toMatchObject({
    reply: { stoppedBy: 'disabled', isRead: false, blocks: [] },
  });
  expect(painted()).toEqual([]);
  await push(settings);
  await expect.poll(painted).toEqual(['Gender Shades', 'Rekognition']);
});

test('a request while a page is being opened is answered once it is open', async () => {
  follow();
  await expect.poll(() => asked.length).toBe(1);
  const answer = call('readArticle') as Promise<{ reply: { blocks: { mentions: unknown[] }[] } }>;
  asked[0]?.(settings);
  expect((await answer).reply.blocks.flatMap(({ mentions }) => mentions)).toHaveLength(2);
});

test('a frame of another site keeps what is its own, and asks only where sites may differ', async () => {
  follow();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.(settings);
  await expect.poll(painted).toEqual(['Gender Shades', 'Rekognition']);
  const fewer: PageSettings = { ...off, topics: [['test/systems', '#1a6fb0']] };
  await push(fewer, 'other.example', false);
  await expect.poll(painted).toEqual(['Rekognition']);
  expect(asked.length).toBe(1);
  const pushed = push(settings, 'other.example', true);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.(off);
  await pushed;
  await expect.poll(painted).toEqual([]);
});

test('of two changes the one that was made last holds, though the other is answered later', async () => {
  follow();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.(settings);
  await expect.poll(painted).toEqual(['Gender Shades', 'Rekognition']);
  const first = push(settings, 'other.example');
  const second = push({ ...settings, topics: [['test/audits', '#b01a3c']] });
  await second;
  asked[1]?.(off);
  await first;
  await expect.poll(painted).toEqual(['Gender Shades']);
});

test('a page that comes out of the cache for going back begins again, with what holds by then', async () => {
  follow();
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.(settings);
  await expect.poll(painted).toEqual(['Gender Shades', 'Rekognition']);
  background.messages.length = 0;
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.({ ...settings, topics: [['test/systems', '#1a6fb0']] });
  await expect.poll(painted).toEqual(['Rekognition']);
  expect(background.messages[0]?.number).toBe(0);
});

test('the style sheet of the marks is there only while something is marked, and follows the reader', async () => {
  const calls: unknown[] = [];
  const thick = { ...settings.marks, weight: 'bold' } as PageSettings['marks'];
  follow({
    ...plainMarks,
    show: () => calls.push('show'),
    hide: () => calls.push('hide'),
    restyle: (style) => calls.push(style),
  });
  await expect.poll(() => asked.length).toBe(1);
  // Of two simultaneous answers the later one counts.
  void push({ ...settings, marks: thick });
  await expect.poll(() => asked.length).toBe(2);
  asked[0]?.(settings);
  asked[1]?.({ ...settings, marks: thick });
  await expect.poll(painted).toEqual(['Gender Shades', 'Rekognition']);
  expect(calls[0]).toEqual(thick);
  expect(calls).toContain('show');
  expect(calls).not.toContain('hide');
  await push(off);
  await expect.poll(painted).toEqual([]);
  expect(calls.at(-1)).toBe('hide');
});

test('a page whose names are not shown gets no style sheet', async () => {
  const calls: string[] = [];
  article.innerHTML = '<p hidden>Rekognition</p><p>Nothing else.</p>';
  follow({ ...plainMarks, show: () => calls.push('show'), hide: () => undefined });
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.(settings);
  await expect.poll(() => background.messages.length).toBe(1);
  await call('readArticle');
  expect(calls).toEqual([]);
});
