import { beforeEach, expect, test, vi } from 'vitest';
import type { TabState } from '../../src/background/tab-state.ts';
import type { WatchedTab } from '../../src/background/watch-tab-states.ts';
import { changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { journalKey } from '../../src/settings/settings-keys.ts';
import { toItems } from '../../src/settings/stored/settings-items.ts';

type StorageListener = (changes: Record<string, unknown>, area: string) => void;

/** A browser with one tab, whose stores contain what the test puts into them. */
const fake = vi.hoisted(() => {
  const stores = {
    sync: {} as Record<string, unknown>,
    local: {} as Record<string, unknown>,
    session: {} as Record<string, unknown>,
  };
  const listeners: StorageListener[] = [];
  const event = { addListener: () => undefined };
  const tab = { id: 7, url: 'https://news.example.org/' };
  return {
    stores,
    listeners,
    put(area: 'sync' | 'local', items: Record<string, unknown>) {
      const changes = { ...stores[area], ...items };
      stores[area] = items;
      for (const listener of listeners) listener(changes, area);
    },
    browser: {
      tabs: { onUpdated: event, onActivated: event, query: async () => [tab] },
      storage: {
        onChanged: { addListener: (listener: StorageListener) => listeners.push(listener) },
        sync: { get: async () => stores.sync },
        local: { get: async () => stores.local },
        session: {
          get: async () => stores.session,
          set: async (items: Record<string, unknown>) => Object.assign(stores.session, items),
        },
      },
      permissions: { onAdded: event, onRemoved: event },
      runtime: { onStartup: event, onInstalled: event, getURL: () => 'chrome-extension://abcdef/' },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));
const { watchTabStates } = await import('../../src/background/watch-tab-states.ts');

/** The background of another test has ended: it receives no events, and nothing of it is kept. */
beforeEach(() => {
  fake.listeners.length = 0;
  Object.assign(fake.stores, { sync: {}, local: {}, session: {} });
});

const siteOff: SettingsChange = { kind: 'site', pattern: 'example.org', isOn: false };
const written = toItems(changeSettings(defaultSettings, siteOff));

/** The messages sent to tabs, in order. */
function watch() {
  const observed: string[] = [];
  const befores: (Settings | undefined)[] = [];
  const onSettings = vi.fn(async () => undefined);
  watchTabStates({
    onSettings,
    onTab: async (_tab: WatchedTab, state: TabState) => void observed.push(state),
    onChange: async (_tab, _settings, before) => void befores.push(before),
  });
  return { observed, befores, onSettings };
}

test('tabs get a change as soon as it is journalled, and not again when it is stored', async () => {
  const { observed, onSettings } = watch();
  fake.put('local', { [journalKey]: [siteOff] });
  await vi.waitUntil(() => observed.length > 0);
  expect(observed).toEqual(['site']);
  fake.put('sync', written);
  fake.put('local', {});
  // Messages arrive in order: when this one is there, none came before it.
  fake.put('local', { [journalKey]: [{ kind: 'field', field: 'enabled', value: false }] });
  await vi.waitUntil(() => observed.length > 1);
  expect(observed).toEqual(['site', 'disabled']);
  expect(onSettings).toHaveBeenCalledTimes(2);
});

test('of two changes in quick succession the later one is sent last, however long the first takes', async () => {
  const { observed, onSettings } = watch();
  let goOn = () => {};
  onSettings.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        goOn = () => resolve(undefined);
      }),
  );
  fake.put('local', { [journalKey]: [siteOff] });
  await vi.waitUntil(() => onSettings.mock.calls.length > 0);
  fake.put('local', { [journalKey]: [siteOff, { kind: 'field', field: 'enabled', value: false }] });
  // Everything here is promises: after one turn of the event loop everything has run that does not wait for the first.
  await new Promise(setImmediate);
  goOn();
  await vi.waitUntil(() => observed.length > 1);
  expect(observed).toEqual(['site', 'disabled']);
  expect(onSettings).toHaveBeenCalledTimes(2);
});

test('a message that failed is sent again at the next event', async () => {
  const { observed, onSettings } = watch();
  onSettings.mockRejectedValueOnce(new Error('No menu could be made.'));
  fake.put('local', { [journalKey]: [siteOff] });
  await vi.waitUntil(() => onSettings.mock.calls.length > 0);
  fake.put('sync', written);
  await vi.waitUntil(() => observed.length > 0);
  expect(observed).toEqual(['site']);
});

test('a suspended background remembers what it sent to tabs, and one that ended meanwhile sends everything', async () => {
  const first = watch();
  fake.put('local', { [journalKey]: [siteOff] });
  await vi.waitUntil(() => 'told-settings' in fake.stores.session);
  expect(first.befores).toEqual([undefined]);
  fake.listeners.length = 0;

  const woken = watch();
  fake.put('local', { [journalKey]: [{ kind: 'field', field: 'enabled', value: false }] });
  await vi.waitUntil(() => woken.observed.length > 0);
  expect(woken.observed).toEqual(['disabled']);
  expect(woken.befores.map((before) => before?.sites.patterns)).toEqual([['example.org']]);
  await vi.waitUntil(() => String(fake.stores.session['told-settings']).includes('"enabled":false'));
  fake.listeners.length = 0;

  // It ends before it has received the change.
  fake.put('local', {});
  const restarted = watch();
  await vi.waitUntil(() => restarted.observed.length > 0);
  expect(restarted.observed).toEqual(['on']);
  expect(restarted.befores.map((before) => before?.enabled)).toEqual([false]);
});
