import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import { findInvalidItems } from '../../../src/settings/stored/find-invalid-items.ts';
import { toItems } from '../../../src/settings/stored/settings-items.ts';

const chosen: Settings = {
  ...defaultSettings,
  enabled: false,
  topics: { 'p/t': true },
  hiddenEntities: ['p/e'],
  exceptions: [{ entity: 'p/e', name: 'N', host: 'a.org' }],
  sites: { mode: 'only', patterns: ['a.org'] },
  hover: { isOn: true, openDelayMs: 500, closeDelayMs: 0 },
  theme: 'dark',
};

test('items written by this version, a newer one or other code are not invalid', () => {
  const foreign = {
    packs: 7,
    'settings.fieldOfTheFuture': null,
    'settings.future#0': 'x',
    'settings.version': 99,
  };
  const newerParts = { 'settings.hover': { ...chosen.hover, sound: true } };
  expect(findInvalidItems({ ...toItems(chosen), ...foreign, ...newerParts })).toEqual({});
});

test.each<[string, unknown]>([
  ['settings.version', 'x'],
  ['settings.version', 0],
  ['settings.theme', 'sepia'],
  ['settings.theme', null],
  ['settings.theme#0', 'dark'],
  ['settings.enabled', 'no'],
  ['settings.hover', { isOn: 1, openDelayMs: 5, closeDelayMs: 5 }],
  ['settings.hover', [true]],
  ['settings.topics', { 'p/t': true }],
  ['settings.topics#0', [['p/t', true], ['p/u']]],
  ['settings.topics#0', [['bare', true]]],
  ['settings.topics#0', [['p/t', 1]]],
  ['settings.topics#x', [['p/t', true]]],
  ['settings.hiddenEntities#0', 'p/e'],
  ['settings.hiddenEntities#0', ['p/e', 7]],
  ['settings.exceptions#0', [{ entity: 'p/e', name: 'N' }]],
  ['settings.exceptions#0', [{ entity: 'p/e', name: 'N', host: 4 }]],
  ['settings.sites.mode', 'never'],
  ['settings.sites.patterns#0', ['a b']],
  ['settings.sites.patterns#0', {}],
  ['settings.sites.more', 1],
])('%s: %j is damaged, and its neighbours are not', (key, value) => {
  expect(findInvalidItems({ ...toItems(chosen), [key]: value })).toEqual({ [key]: value });
});
