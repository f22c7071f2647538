import { expect, test, vi } from 'vitest';
import type { SettingsChange } from '../../src/settings/change-settings.ts';
import { readFailure } from '../../src/settings/failure.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { fromItems, type SettingsItems } from '../../src/settings/stored/settings-items.ts';
import { findOverflow } from '../../src/settings/stored/storage-limits.ts';
import type { SettingsStore, WriterParts } from '../../src/storage/settings-writer.ts';

// The polyfill refuses to load outside an extension; the writer gets its stores from the test.
vi.mock('webextension-polyfill', () => ({ default: { storage: {} } }));
const { createSettingsWriter } = await import('../../src/storage/settings-writer.ts');

/** A store in memory with the limits of storage.sync, which counts its writes. */
function makeStore(items: Record<string, unknown> = {}) {
  const store: SettingsStore & {
    items: Record<string, unknown>;
    writes: number;
    failure: string | undefined;
  } = {
    writes: 0,
    items,
    failure: undefined,
    get: async () => structuredClone(store.items),
    async set(added) {
      if (store.failure !== undefined) throw new Error(store.failure);
      const next = { ...store.items, ...added };
      if (findOverflow(next) !== undefined) throw new Error('QuotaExceededError');
      store.items = next;
      store.writes += 1;
    },
    async remove(keys) {
      store.items = Object.fromEntries(Object.entries(store.items).filter(([key]) => !keys.includes(key)));
    },
  };
  return store;
}

/** What outlives a background, with a settings writer as in one background. */
function makeMachine(items: Record<string, unknown> = {}) {
  const machine = {
    store: makeStore(items),
    journal: [] as readonly SettingsChange[],
    invalidItems: {} as SettingsItems,
    settings: () => readSettings(fromItems(machine.store.items)),
    startBackground: (given: Partial<WriterParts> = {}) =>
      createSettingsWriter({
        store: machine.store,
        journal: {
          read: async () => [...machine.journal],
          async write(changes) {
            machine.journal = structuredClone(changes);
          },
        },
        invalidItems: {
          async add(invalid) {
            machine.invalidItems = { ...machine.invalidItems, ...invalid };
          },
        },
        wait: () => Promise.resolve(),
        ...given,
      }),
  };
  return machine;
}

const hide = (entity: string): SettingsChange => ({ kind: 'entity', entity, isHidden: true });
const hideMany = (count: number, name = 'e') =>
  Array.from({ length: count }, (_, number) => hide(`p/${name}${number}`));
const never = () => new Promise<void>(() => {});

test('a change is stored and the new settings come back', async () => {
  const machine = makeMachine();
  const settings = await machine.startBackground()(hide('p/a'));
  expect(settings.hiddenEntities).toEqual(['p/a']);
  expect(machine.settings()).toEqual(settings);
  expect(machine.journal).toEqual([]);
});

test('a thousand changes that come while one is being written are two writes, and none is lost', async () => {
  const machine = makeMachine();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const store = { ...machine.store, get: () => held.then(() => machine.store.get(null)) };
  const write = machine.startBackground({ store: Object.assign(store, { set: machine.store.set }) });
  const first = write(hide('p/first'));
  await vi.waitUntil(() => machine.journal.length === 1);
  const others = hideMany(1_000).map(write);
  goOn();
  await Promise.all([first, ...others]);
  expect(machine.settings().hiddenEntities).toHaveLength(1_001);
  expect(machine.store.writes).toBe(2);
});

test('between two writes it waits as long as the browser asks', async () => {
  const machine = makeMachine();
  let goOn: (() => void) | undefined;
  const wait = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  const write = machine.startBackground({ wait });
  await write(hide('p/a'));
  const second = write(hide('p/b'));
  await vi.waitUntil(() => goOn !== undefined);
  expect(machine.store.writes).toBe(1);
  goOn?.();
  await second;
  expect(machine.store.writes).toBe(2);
});

test('a background that is killed between two writes loses nothing: the next one continues, whatever wakes it', async () => {
  const machine = makeMachine();
  const killed = machine.startBackground({ wait: never });
  await killed(hide('p/a'));
  for (const change of hideMany(5)) void killed(change);
  await vi.waitUntil(() => machine.journal.length === 5);
  expect(machine.settings().hiddenEntities).toEqual(['p/a']);
  machine.startBackground();
  await vi.waitUntil(() => machine.journal.length === 0);
  expect(machine.settings().hiddenEntities).toEqual(['p/a', 'p/e0', 'p/e1', 'p/e2', 'p/e3', 'p/e4']);
});

test('a background that is killed between setting and removing leaves no half of a change', async () => {
  const machine = makeMachine();
  await Promise.all(hideMany(1_000, 'entity-of-a-long-name-').map(machine.startBackground()));
  const killed = machine.startBackground({
    store: { ...machine.store, get: machine.store.get, remove: never },
  });
  void killed({ kind: 'reset' });
  await vi.waitUntil(() => machine.journal.length === 1);
  machine.startBackground();
  await vi.waitUntil(() => machine.journal.length === 0);
  expect(machine.store.items).toEqual({ 'settings.version': 1 });
});

test('a full store refuses what would not fit, says what to do, keeps the old values and accepts removals', async () => {
  const junk = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [`junk${number}`, 'x'.repeat(8_100)]),
  );
  const machine = makeMachine(junk);
  const write = machine.startBackground();
  const accepted: string[] = [];
  const refused: unknown[] = [];
  for (const change of hideMany(200, 'an-entity-with-a-rather-long-name-')) {
    await write(change).then(
      () => accepted.push(''),
      (error: unknown) => refused.push(readFailure(error)),
    );
  }
  expect(accepted.length).toBeGreaterThan(50);
  expect(refused[0]).toMatchObject({ code: 'settingsTooLarge', values: { most: 102_400 } });
  expect(machine.settings().hiddenEntities).toHaveLength(accepted.length);
  expect(machine.store.items).toMatchObject(junk);
  const shown = { kind: 'entity', entity: 'p/an-entity-with-a-rather-long-name-3', isHidden: false } as const;
  expect((await write(shown)).hiddenEntities).toHaveLength(accepted.length - 1);
});

test('of changes that are written together only those are refused that do not fit', async () => {
  const junk = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [`junk${number}`, 'x'.repeat(8_100)]),
  );
  const machine = makeMachine({ ...junk, rest: 'x'.repeat(4_950) });
  const write = machine.startBackground();
  const long = write(hide(`p/${'e'.repeat(190)}`));
  const short = write(hide('p/a'));
  await expect(long).rejects.toThrow('settingsTooLarge');
  expect((await short).hiddenEntities).toEqual(['p/a']);
});

test('a write that the browser refuses is reported, the old settings stay, and the next one succeeds', async () => {
  const machine = makeMachine();
  const write = machine.startBackground();
  await write({ kind: 'field', field: 'theme', value: 'dark' });
  const before = structuredClone(machine.store.items);
  machine.store.failure = 'IO error: disk';
  await expect(write(hide('p/a'))).rejects.toMatchObject({
    failure: { code: 'notStored', values: { detail: 'IO error: disk' } },
  });
  expect([machine.store.items, machine.journal]).toEqual([before, []]);
  machine.store.failure = undefined;
  await expect(write({ kind: 'field', field: 'theme', value: 'light' })).resolves.toMatchObject({
    theme: 'light',
  });
});

test('a write that came too often is tried again until it is taken', async () => {
  const machine = makeMachine();
  const failures = ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', undefined];
  const write = machine.startBackground({
    wait: async () => {
      machine.store.failure = failures.shift();
    },
  });
  machine.store.failure = 'This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.';
  expect((await write(hide('p/a'))).hiddenEntities).toEqual(['p/a']);
  expect(failures).toEqual([]);
});

test('a store that cannot even be read is reported', async () => {
  const machine = makeMachine();
  const store = { ...machine.store, get: () => Promise.reject(new Error('corrupt')) };
  await expect(machine.startBackground({ store })(hide('p/a'))).rejects.toThrow('corrupt');
});

test('a journal that cannot be kept does not keep a change from being stored', async () => {
  const machine = makeMachine();
  const journal = {
    read: () => Promise.reject(new Error('broken')),
    write: () => Promise.reject(new Error('full')),
  };
  await machine.startBackground({ journal })(hide('p/a'));
  expect(machine.settings().hiddenEntities).toEqual(['p/a']);
});

test('one bad change does not take the others of its batch with it', async () => {
  const machine = makeMachine();
  const write = machine.startBackground();
  const first = write(hide('p/a'));
  const bad = write({ kind: 'field', field: 'theme', value: 'sepia' });
  const good = write(hide('p/b'));
  await expect(bad).rejects.toMatchObject({
    failure: { code: 'wrongSetting', values: { field: 'theme' } },
  });
  await Promise.all([first, good]);
  expect(machine.settings().hiddenEntities).toEqual(['p/a', 'p/b']);
});

test('what another machine stored meanwhile is kept', async () => {
  const machine = makeMachine();
  const write = machine.startBackground();
  await write(hide('p/a'));
  await machine.store.set({
    'settings.theme': 'dark',
    'settings.fieldOfTheFuture': 1,
    'settings.version': 99,
  });
  const settings = await write(hide('p/b'));
  expect(settings.theme).toBe('dark');
  expect(machine.store.items).toMatchObject({ 'settings.fieldOfTheFuture': 1, 'settings.version': 99 });
});

test('a value that cannot be read is kept before it is written over, and stays where it is until then', async () => {
  const raw = { 'settings.theme': 'sepia', 'settings.density': { odd: 1 } };
  const machine = makeMachine({ 'settings.version': 1, ...raw });
  const write = machine.startBackground();
  await write(hide('p/a'));
  expect(machine.store.items).toMatchObject(raw);
  expect(machine.invalidItems).toEqual({});
  await write({ kind: 'field', field: 'theme', value: 'dark' });
  expect(machine.invalidItems).toEqual({ 'settings.theme': 'sepia' });
  expect(machine.store.items).toMatchObject({ 'settings.density': { odd: 1 }, 'settings.theme': 'dark' });
  await write({ kind: 'reset' });
  expect(machine.invalidItems).toEqual(raw);
  expect(machine.store.items).toEqual({ 'settings.version': 1 });
});

test('where it cannot be kept nothing is written over', async () => {
  const machine = makeMachine({ 'settings.version': 1, 'settings.theme': 'sepia' });
  const write = machine.startBackground({
    invalidItems: { add: () => Promise.reject(new Error('local is full')) },
  });
  await expect(write({ kind: 'field', field: 'theme', value: 'dark' })).rejects.toThrow('local is full');
  expect(machine.store.items['settings.theme']).toBe('sepia');
});
