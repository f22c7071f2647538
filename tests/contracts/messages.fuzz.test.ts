import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fuzzRuns } from '../fuzz-runs.ts';
import { card, contentScript } from '../messaging/content-script-sender.ts';

type Listener = (message: unknown, sender: unknown) => unknown;
const channel = vi.hoisted(() => ({ listeners: [] as Listener[] }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      getURL: (path: string) => `own://${path}`,
      onMessage: { addListener: (listener: Listener) => channel.listeners.push(listener) },
    },
  },
}));

const { handleBackgroundCalls } = await import('../../src/messaging/handle-background-calls.ts');
type Handlers = Parameters<typeof handleBackgroundCalls>[0];

/** The background's answer to a message from a page's context. */
async function deliver(message: unknown, sender: unknown): Promise<unknown> {
  return channel.listeners.map((listener) => listener(message, sender)).find((answer) => answer);
}

test('every message is refused with a reason, or reaches its handler in the call’s shape', {
  timeout: 600_000,
}, async () => {
  const runs = fuzzRuns('messages', 10_000);
  const echo = vi.fn((_caller: unknown, request: unknown) => request);
  handleBackgroundCalls(new Proxy({} as Handlers, { get: () => echo }), Promise.resolve());
  const reached = new Map<string, number>();
  const calls = fc.oneof(
    fc.constantFrom(
      'changeSettings',
      'changeFromCard',
      'undoTopicOff',
      'getCardContent',
      'reportCount',
      'checkText',
      'sendText',
      'restyleMarks',
      'openLibrary',
    ),
    fc.string(),
  );
  const value = fc.anything({ maxDepth: 3, withNullPrototype: true });
  const mostly = <T>(sound: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: sound }, value);
  const likely = fc.record(
    {
      kind: mostly(fc.constantFrom('entity', 'statement', 'topic', 'site', 'field', 'reset', 'exception')),
      ref: mostly(fc.string()),
      token: mostly(fc.constant('0123456789abcdef'.repeat(2))),
      entity: mostly(fc.constant('p/e')),
      topic: mostly(fc.constant('p/t')),
      isHidden: mostly(fc.boolean()),
      pattern: mostly(fc.constant('www.example.org')),
      isOn: mostly(fc.boolean()),
      mentions: mostly(fc.nat()),
      traces: mostly(fc.nat()),
      startedAtMs: mostly(fc.nat()),
      ['__proto__']: value,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      calls,
      fc.oneof(likely, value),
      fc.constantFrom(contentScript, card),
      async (call, request, sender) => {
        echo.mockClear();
        const message = { to: 'background', call, request: toJson(request) };
        const answer = await deliver(message, sender);
        if (echo.mock.calls.length === 0) {
          expect(answer).toMatchObject({ isOk: false, reason: expect.stringMatching(/.{10}/) });
          return;
        }
        expect(answer).toMatchObject({ isOk: true });
        reached.set(call, (reached.get(call) ?? 0) + 1);
        const change = echo.mock.calls[0]?.[1] as { kind?: string };
        expect(call).not.toBe('changeSettings');
        if (call === 'changeFromCard') expect(change.kind).toMatch(/^(?:entity|topic|site|exception)$/);
      },
    ),
    runs,
  );
  console.log(`messages that reached a handler: ${JSON.stringify([...reached])}`);
  expect(Object.keys(Object.prototype)).toEqual([]);
  // With few runs (`FUZZ_RUNS=100`) it may happen that none is accepted.
  if (runs.numRuns < 5_000) return;
  expect(reached.get('changeFromCard')).toBeGreaterThan(0);
  expect(reached.get('undoTopicOff')).toBeGreaterThan(0);
  expect(reached.get('getCardContent')).toBeGreaterThan(0);
});

function toJson(value: unknown): unknown {
  try {
    return JSON.parse(
      JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? String(one) : one)) ?? 'null',
    );
  } catch {
    return null;
  }
}
