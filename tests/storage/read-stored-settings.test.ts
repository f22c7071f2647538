import { beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { journalKey } from '../../src/settings/settings-keys.ts';

/** The content of the two stores: anything, as after a crash, another version or manual editing of the profile. */
const stores = vi.hoisted(() => ({ sync: {} as unknown, local: {} as unknown }));

vi.mock('webextension-polyfill', () => {
  const areaOf = (area: 'sync' | 'local') => ({
    get: async () => structuredClone(stores[area]),
  });
  return { default: { storage: { sync: areaOf('sync'), local: areaOf('local') } } };
});

beforeEach(() => {
  vi.resetModules();
  stores.sync = {};
  stores.local = {};
});

async function read() {
  const { readStoredSettings } = await import('../../src/storage/read-stored-settings.ts');
  return readStoredSettings();
}

/** Like the settings writer, which could write nothing more if this failed. */
async function readJournal() {
  const { openSettingsJournal } = await import('../../src/storage/settings-journal.ts');
  return openSettingsJournal().read();
}

const hide = { kind: 'entity', entity: 'p/e', isHidden: true };

test.each<[what: string, journal: unknown]>([
  ['no list', { length: 1, 0: hide }],
  ['a text', 'changes'],
  ['null', null],
  ['a list in a list', [[hide]]],
  ['changes of no kind', [null, 7, 'off', {}, { kind: '__proto__' }, { kind: 'constructor' }]],
  [
    'changes of a wrong shape',
    [
      { kind: 'entity', entity: 7, isHidden: true },
      { kind: 'site', pattern: {} },
    ],
  ],
  ['a field that is none', [{ kind: 'field', field: '__proto__', value: { enabled: false } }]],
  ['a value that the field cannot hold', [{ kind: 'field', field: 'density', value: { toString: 'every' } }]],
  ['a site that is none', [{ kind: 'site', pattern: 'not a site', isOn: false }]],
])('a journal of unwritten changes that is %s costs nothing but itself', async (_what, journal) => {
  stores.local = { [journalKey]: journal };
  expect(await read()).toEqual(defaultSettings);
  expect(await readJournal()).toBeInstanceOf(Array);
});

test('of a journal that is damaged in part, what can be read holds', async () => {
  const damaged = [
    null,
    { kind: 'site', pattern: 'not a site', isOn: false },
    { kind: 'field', field: 'theme', value: 7 },
  ];
  stores.local = {
    [journalKey]: [
      damaged[0],
      hide,
      damaged[1],
      damaged[2],
      { kind: 'field', field: 'theme', value: 'dark' },
    ],
  };
  expect(await read()).toEqual({ ...defaultSettings, hiddenEntities: ['p/e'], theme: 'dark' });
});

test.each<[what: string, stored: unknown]>([
  ['values of another kind', { 'settings.enabled': 'no', 'settings.marks': [], 'settings.sites': 7 }],
  [
    'names that every object has',
    JSON.parse('{"settings.__proto__":{"enabled":false},"__proto__":{"enabled":false}}'),
  ],
  ['markup in place of styles', { 'settings.marks': { line: '} * { display: none', weight: 0, tint: null } }],
])('a store with %s gives the defaults', async (_what, stored) => {
  stores.sync = stored;
  expect(await read()).toEqual(defaultSettings);
  expect(({} as { enabled?: boolean }).enabled).toBeUndefined();
});
