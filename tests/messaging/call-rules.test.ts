import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackgroundCalls } from '../../src/contracts/messages.ts';
import { validRequests } from '../contracts/valid-requests.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { measuredSenders } from './measured-senders.ts';

type Listener = (message: unknown, sender: unknown) => unknown;
const api = vi.hoisted(() => ({ listeners: [] as Listener[], root: '' }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      getURL: (path: string) => api.root + path,
      onMessage: { addListener: (listener: Listener) => api.listeners.push(listener) },
    },
  },
}));

const { callRules } = await import('../../src/messaging/call-rules.ts');
const { handleBackgroundCalls } = await import('../../src/messaging/handle-background-calls.ts');
type Handlers = Parameters<typeof handleBackgroundCalls>[0];

const callNames = Object.keys(callRules) as (keyof BackgroundCalls)[];

const ofScriptsAlone = [
  'openCardAbove',
  'nameMarks',
  'showCards',
  'loadMarkElementPainter',
  'restyleMarks',
  'reportCount',
];
const ofCardsAlone = [
  'getCardContent',
  'changeFromCard',
  'getPageHost',
  'undoSiteOff',
  'undoTopicOff',
  'tellBox',
  'beginCard',
];
const ofCards = [...ofCardsAlone, 'openOptions', 'openLibrary'];
const ofPages = ['checkText', 'openPage', 'sendText', 'tellCard'];

/** Repeated by hand on purpose: a change of the rules must change this list, too. */
const allowed = {
  extensionPages: callNames.filter((name) => ![...ofScriptsAlone, ...ofCardsAlone].includes(name)),
  contentScripts: [...ofScriptsAlone, ...ofPages],
  cards: ofCards,
  others: [],
} as const;

describe.each([
  ['chromium', 'chrome-extension://dhpnckdbopplfljmcilalbaefiamcfnd/'],
  ['firefox', 'moz-extension://da2b92d2-4bc4-4823-b85f-0035ea35f4d4/'],
] as const)('in %s', (browser, root) => {
  const senders = measuredSenders(browser, root);
  const rows = (Object.keys(senders) as (keyof typeof senders)[]).flatMap((kind) =>
    Object.entries(senders[kind]).map(([name, sender]) => [name, kind, sender] as const),
  );
  const echo = vi.fn(() => 'answered');

  beforeEach(() => {
    api.root = root;
    api.listeners = [];
    echo.mockClear();
    handleBackgroundCalls(new Proxy({} as Handlers, { get: () => echo }), Promise.resolve());
  });

  const deliver = (message: object, sender: object) =>
    api.listeners.map((listener) => listener(message, sender)).find((answer) => answer);

  test.each(rows)('%s (%s) has the calls of its kind answered, and no other', async (_name, kind, sender) => {
    const answered: string[] = [];
    for (const call of callNames) {
      echo.mockClear();
      const answer = await deliver({ to: 'background', call, request: validRequests[call] }, sender);
      if (echo.mock.calls.length > 0) answered.push(call);
      // A message from another extension is not even refused: it is ignored.
      else if (sender.id === 'own')
        expect(answer).toEqual({
          isOk: false,
          reason: expect.stringMatching(new RegExp(`may call "${call}"`)),
        });
      else expect(answer).toBeUndefined();
    }
    expect(answered.sort()).toEqual([...allowed[kind]].sort());
  });

  test('a message from a content script or a stranger in the name of the extension’s own pages has no effect', async () => {
    const ofOthers: readonly string[] = [...allowed.contentScripts, ...allowed.cards];
    const own = callNames.filter((name) => !ofOthers.includes(name));
    expect(own).toEqual(expect.arrayContaining(['getSettings', 'changeSettings', 'getPackText', 'getPacks']));
    const strangers = rows.filter(([, kind]) => kind !== 'extensionPages').map(([, , sender]) => sender);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...own),
        fc.constantFrom(...strangers),
        fc.anything({ maxDepth: 2 }),
        fc.boolean(),
        async (call, sender, anything, isValid) => {
          const request = isValid ? validRequests[call] : anything;
          const answer = await deliver({ to: 'background', call, request }, sender);
          expect((answer as { isOk?: boolean } | undefined)?.isOk ?? false).toBe(false);
          expect(echo).not.toHaveBeenCalled();
        },
      ),
      fuzzRuns('call-rules', 2_000),
    );
  });
});
