import { expect, test } from 'vitest';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import { differencesFromDefaults, fromItems, toItems } from '../../../src/settings/stored/settings-items.ts';

/** The limits of storage.sync: bytes of an item with its key, and number of items. */
const quotaBytesPerItem = 8192;

test('the defaults are stored as nothing but a version', () => {
  expect(differencesFromDefaults(defaultSettings)).toEqual({ version: 1 });
  expect(toItems(defaultSettings)).toEqual({ 'settings.version': 1 });
});

test('only what differs from the defaults is stored', () => {
  const items = toItems({ ...defaultSettings, theme: 'dark', topics: { 'p/a': false } });
  expect(items).toEqual({
    'settings.version': 1,
    'settings.theme': 'dark',
    'settings.topics#0': [['p/a', false]],
  });
});

const large: Settings = {
  ...defaultSettings,
  enabled: false,
  hiddenEntities: Array.from({ length: 1500 }, (_, number) => `imported-pack/entity-number-${number}`),
  exceptions: Array.from({ length: 100 }, (_, number) => ({
    entity: `pack/entity-${number}`,
    name: `Ängström ${number}`.repeat(5),
    beside: 'по реке'.repeat(20),
  })),
  topics: Object.fromEntries(
    Array.from({ length: 300 }, (_, number) => [`pack/topic-${number}`, number % 2 === 0]),
  ),
  sites: { mode: 'only', patterns: Array.from({ length: 400 }, (_, number) => `news-${number}.example.org`) },
};

test('settings come back from their items as they were, however many pieces they take', () => {
  for (const settings of [defaultSettings, large]) {
    // Through JSON, as a store returns them, and in another order.
    const stored = JSON.parse(JSON.stringify(toItems(settings))) as Record<string, unknown>;
    const shuffled = Object.fromEntries(Object.entries(stored).toReversed());
    expect(readSettings(fromItems(shuffled))).toEqual(settings);
  }
});

test('no item is larger than storage.sync allows', () => {
  const items = Object.entries(toItems(large));
  expect(items.length).toBeGreaterThan(10);
  for (const [key, value] of items) {
    expect(new TextEncoder().encode(key + JSON.stringify(value)).length).toBeLessThan(quotaBytesPerItem);
  }
});

test('damaged pieces cost only themselves', () => {
  const items = {
    ...toItems({ ...defaultSettings, theme: 'dark' }),
    'settings.topics#0': 'x',
    'settings.topics#1': [['p/a', true]],
  };
  expect(readSettings(fromItems(items))).toEqual({
    ...defaultSettings,
    theme: 'dark',
    topics: { 'p/a': true },
  });
});
