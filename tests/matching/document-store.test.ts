import { describe, expect, test } from 'vitest';
import { DocumentStore, type TextMessage } from '../../src/matching/document-store.ts';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openPageMatcher, type PageMatcher } from '../../src/matching/page-matcher.ts';
import { compileStatements } from '../../src/matching/quotations/compile-statements.ts';

function makeMatcher(): PageMatcher {
  const names = compileNames([
    { ref: 'p/acme', topic: 'p/t', show: 'always', names: [{ text: 'Acme' }] },
    {
      ref: 'p/iris',
      topic: 'p/t',
      show: 'with-story',
      names: [{ text: 'Iris', needs: { page: ['Acme'] } }],
    },
  ]);
  return openPageMatcher([{ names, statements: compileStatements([]) }]);
}

const matcher = makeMatcher();
const place = { tabId: 1, frameId: 0 };
const message = (number: number, changes: Partial<TextMessage> = {}): TextMessage => ({
  reading: 0.5,
  number,
  removed: [],
  added: [],
  isLast: true,
  ...changes,
});

function prepare() {
  const store = new DocumentStore();
  const send = (sent: TextMessage, from = place, by = matcher) => {
    const { isKnown, findings } = store.update(from, sent, by, []);
    return isKnown
      ? findings.map(({ id, mentions }) => [id, ...mentions.map(({ entity }) => entity)])
      : 'unknown';
  };
  return { store, send };
}

describe('what the background remembers of a document', () => {
  test('is answered with what has changed: evidence in one block decides of a name in another', () => {
    const { send } = prepare();
    expect(send(message(0, { added: [{ id: 0, text: 'Iris' }] }))).toEqual([]);
    expect(send(message(1, { added: [{ id: 1, text: 'Acme' }] }))).toEqual([
      [0, 'p/iris'],
      [1, 'p/acme'],
    ]);
    expect(send(message(2, { added: [{ id: 2, text: 'Acme again' }] }))).toEqual([[2, 'p/acme']]);
    expect(send(message(3, { removed: [1, 2] }))).toEqual([[0]]);
  });

  test('is answered once all of it was sent', () => {
    const { send } = prepare();
    expect(send(message(0, { added: [{ id: 0, text: 'Acme' }], isLast: false }))).toEqual([]);
    expect(send(message(1, { added: [{ id: 1, text: 'Iris' }] }))).toEqual([
      [0, 'p/acme'],
      [1, 'p/iris'],
    ]);
  });

  test('is answered alike when a message comes twice, because its answer was lost', () => {
    const { send } = prepare();
    const first = message(0, { added: [{ id: 0, text: 'Acme' }] });
    expect(send(first)).toEqual([[0, 'p/acme']]);
    expect(send(first)).toEqual([[0, 'p/acme']]);
    send(message(1, { removed: [0] }));
    // A late duplicate of an answered message has no effect.
    expect(send(first)).toEqual([]);
    expect(send(message(2))).toEqual([]);
  });

  test('is unknown after a sleep, for another reading, when a message was lost, and when the packs have changed', () => {
    const { send, store } = prepare();
    expect(send(message(1))).toBe('unknown');
    send(message(0));
    expect(send(message(1, { reading: 0.7 }))).toBe('unknown');
    expect(send(message(2))).toBe('unknown');
    expect(send(message(1), place, makeMatcher())).toBe('unknown');
    expect(send(message(1))).toEqual([]);
    store.forgetTab(place.tabId);
    expect(send(message(2))).toBe('unknown');
  });

  test('is gone with its tab, also where a message is still under way, and with the frame that asks from the beginning', () => {
    const { send, store } = prepare();
    const text = { added: [{ id: 0, text: 'Acme' }] };
    const frame = { tabId: 1, frameId: 4 };
    send(message(0, text));
    send(message(0, text), frame);
    store.forget(frame);
    expect(send(message(1), frame)).toBe('unknown');
    expect(send(message(1))).toEqual([]);
    store.forgetTab(1);
    expect(send(message(2))).toBe('unknown');
    expect(send(message(0, { ...text, reading: 0.7 }))).toBe('unknown');
    expect(send(message(1, { reading: 0.7 }))).toBe('unknown');
    expect(send(message(0, text), { tabId: 2, frameId: 0 })).toEqual([[0, 'p/acme']]);
  });

  test('is bounded: the document that was used least recently goes first, the last one never', () => {
    const { send } = prepare();
    const long = 'x '.repeat(4_500_000);
    const tab = (tabId: number) => ({ tabId, frameId: 0 });
    send(message(0, { added: [{ id: 0, text: long }] }), tab(1));
    send(message(0, { added: [{ id: 0, text: long }] }), tab(2));
    send(message(1), tab(1));
    send(message(0, { added: [{ id: 0, text: long }] }), tab(3));
    expect([send(message(2), tab(1)), send(message(1), tab(2)), send(message(1), tab(3))]).toEqual([
      [],
      'unknown',
      [],
    ]);
    expect(send(message(0, { added: [{ id: 0, text: long + long + long }] }), tab(4))).toEqual([]);
    expect(send(message(1), tab(4))).toEqual([]);
  });
});
