import { expect, test, vi } from 'vitest';
import type { SettingsStore } from '../../src/browser/settings-writer.ts';
import type { SettingsChange } from '../../src/settings/change-settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { fromItems } from '../../src/settings/settings-items.ts';

// The polyfill refuses to load outside an extension; the writer is given its store.
vi.mock('webextension-polyfill', () => ({ default: { storage: { sync: undefined } } }));
const { createSettingsWriter, pauseAfter } = await import('../../src/browser/settings-writer.ts');

/** A store in memory with the quotas of storage.sync, which counts its writes. */
function makeStore(quotaBytes = 102_400) {
  let items: Record<string, unknown> = {};
  const store: SettingsStore & { readonly items: Record<string, unknown>; writes: number } = {
    writes: 0,
    get items() {
      return items;
    },
    get: async () => structuredClone(items),
    async set(added) {
      const next = { ...items, ...added };
      if (JSON.stringify(next).length > quotaBytes) throw new Error('QuotaExceededError');
      items = next;
      store.writes += 1;
    },
    async remove(keys) {
      items = Object.fromEntries(Object.entries(items).filter(([key]) => !keys.includes(key)));
    },
  };
  return store;
}

const noPause = () => Promise.resolve();
const hide = (entity: string): SettingsChange => ({ kind: 'entity', entity, isHidden: true });
const stored = (items: Record<string, unknown>) => readSettings(fromItems(items));

test('a change is stored and the new settings come back', async () => {
  const store = makeStore();
  const write = createSettingsWriter(store, noPause);
  const settings = await write(hide('p/a'));
  expect(settings.hiddenEntities).toEqual(['p/a']);
  expect(stored(store.items)).toEqual(settings);
});

test('changes that come while one is being written go together, and none is lost', async () => {
  const store = makeStore();
  const write = createSettingsWriter(store, noPause);
  const changes = Array.from({ length: 50 }, (_, number) => write(hide(`p/e${number}`)));
  await Promise.all(changes);
  expect(stored(store.items).hiddenEntities).toHaveLength(50);
  expect(store.writes).toBe(2);
});

test('between two writes it waits as long as the browser asks', async () => {
  const store = makeStore();
  let isPaused = false;
  let goOn = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      isPaused = true;
      goOn = resolve;
    });
  const write = createSettingsWriter(store, pause);
  const first = write(hide('p/a'));
  const second = write(hide('p/b'));
  await first;
  await vi.waitUntil(() => isPaused);
  expect(store.writes).toBe(1);
  goOn();
  await second;
  expect(store.writes).toBe(2);
});

test('a write that the browser refuses is told, and the old settings still hold', async () => {
  const store = makeStore(120);
  const write = createSettingsWriter(store, noPause);
  await write({ kind: 'field', field: 'theme', value: 'dark' });
  const before = structuredClone(store.items);
  await expect(write(hide(`p/${'e'.repeat(150)}`))).rejects.toThrow(/old setting still holds: QuotaExceeded/);
  expect(store.items).toEqual(before);
  // And the writer is not stuck.
  await expect(write({ kind: 'field', field: 'theme', value: 'light' })).resolves.toMatchObject({
    theme: 'light',
  });
});

test('a store that cannot even be read is told', async () => {
  const broken = { ...makeStore(), get: () => Promise.reject(new Error('corrupt')) };
  await expect(createSettingsWriter(broken, noPause)(hide('p/a'))).rejects.toThrow('corrupt');
});

test('one bad change does not take the others of its batch with it', async () => {
  const store = makeStore();
  const write = createSettingsWriter(store, noPause);
  const first = write(hide('p/a'));
  const bad = write({ kind: 'field', field: 'theme', value: 'sepia' });
  const good = write(hide('p/b'));
  await expect(bad).rejects.toThrow('theme');
  await Promise.all([first, good]);
  expect(stored(store.items).hiddenEntities).toEqual(['p/a', 'p/b']);
});

test('what another machine stored meanwhile is kept', async () => {
  const store = makeStore();
  const write = createSettingsWriter(store, noPause);
  await write(hide('p/a'));
  await store.set({ 'settings.theme': 'dark', 'settings.fieldOfTheFuture': 1, 'settings.version': 99 });
  const settings = await write(hide('p/b'));
  expect(settings.theme).toBe('dark');
  expect(store.items).toMatchObject({ 'settings.fieldOfTheFuture': 1, 'settings.version': 99 });
});

test('a reader who changes much is not kept waiting, a flood stays within the browser’s 120 writes a minute', () => {
  const times: number[] = [];
  let now = 0;
  // As fast as it may be, for five minutes.
  while (now < 300_000) {
    times.push(now);
    now += pauseAfter(times, now);
  }
  expect(times[10]).toBeLessThan(1000);
  for (const time of times) {
    const batches = times.filter((other) => other >= time && other < time + 60_000);
    expect(batches.length * 2).toBeLessThanOrEqual(120);
  }
});
