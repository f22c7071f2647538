import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { upgradeSettings } from '../../src/settings/upgrade-settings.ts';

test.each([[undefined], [null], [0], ['text'], [[]], [{}]])('gives the defaults for %j', (stored) => {
  expect(readSettings(stored)).toEqual(defaultSettings);
});

const chosen: Settings = {
  enabled: false,
  builtInPackEnabled: false,
  topics: { 'pack/topic': false },
  hiddenEntities: ['pack/entity'],
  exceptions: [{ entity: 'pack/entity', name: 'A Name', host: 'example.org', beside: 'of the river' }],
  sites: { mode: 'only', patterns: ['example.org'] },
  density: 'every',
  extent: 'whole-page',
  painter: 'mark-element',
  marks: { usesTopicColors: true, line: 'solid', weight: 'bold', tint: 'none' },
  hover: { isOn: true, openDelayMs: 500, closeDelayMs: 0 },
  theme: 'dark',
  language: 'de',
};

test('takes every field as the reader chose it', () => {
  expect(readSettings(chosen)).toEqual(chosen);
});

test.each<[keyof Settings, unknown, unknown]>([
  ['enabled', 'no', true],
  ['builtInPackEnabled', 0, true],
  ['topics', [], {}],
  ['topics', { 'pack/a': false, 'pack/b': 'no', 'no reference': true }, { 'pack/a': false }],
  ['hiddenEntities', 'pack/a', []],
  ['hiddenEntities', ['pack/a', 7, 'bare', 'pack/a'], ['pack/a']],
  ['exceptions', {}, []],
  [
    'exceptions',
    [
      { entity: 'p/e', name: 'N', host: 'www.a.org', more: 1 },
      { entity: 'p/e', name: 'N', host: 'a.org' },
      { entity: 'p/e', name: 'N' },
      { entity: 'p/e', name: '', host: 'a.org' },
      { entity: 'e', name: 'N', host: 'a.org' },
      { entity: 'p/e', name: 'N', host: 'not a host' },
      { entity: 'p/e', name: 'N', beside: '*' },
      { entity: 'p/e', name: 'N', beside: 'x'.repeat(201) },
      null,
      { entity: 'p/e', name: 'N', beside: ' river ' },
    ],
    [
      { entity: 'p/e', name: 'N', host: 'a.org' },
      { entity: 'p/e', name: 'N', beside: 'river' },
    ],
  ],
  ['sites', null, defaultSettings.sites],
  ['sites', { mode: 'never', patterns: ['a.org'] }, { mode: 'everywhere-but', patterns: ['a.org'] }],
  ['sites', { mode: 'only', patterns: 'a.org' }, { mode: 'only', patterns: [] }],
  ['sites', { mode: 'only', patterns: ['a b', 'a.org', ''] }, { mode: 'only', patterns: ['a.org'] }],
  ['density', 'all', 'first-on-page'],
  ['hover', { isOn: true, openDelayMs: -1, closeDelayMs: 90_000 }, { ...defaultSettings.hover, isOn: true }],
  [
    'hover',
    { isOn: 1, openDelayMs: 0.5, closeDelayMs: 100 },
    { ...defaultSettings.hover, closeDelayMs: 100 },
  ],
  ['marks', 'solid', defaultSettings.marks],
  ['marks', { line: 'wavy', weight: 'bold', tint: 'url(x)' }, { ...defaultSettings.marks, weight: 'bold' }],
  ['theme', 'sepia', 'auto'],
  ['language', '<b>', 'auto'],
])('lets a bad "%s" (%j) fall back alone', (field, bad, expected) => {
  expect(readSettings({ ...chosen, [field]: bad })).toEqual({ ...chosen, [field]: expected });
});

test('never throws and always gives the whole of the settings', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (anything, field) => {
      const fields = Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, field]));
      for (const stored of [anything, fields]) {
        expect(Object.keys(readSettings(stored))).toEqual(Object.keys(defaultSettings));
      }
    }),
  );
});

test('reading settings again changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(defaultSettings)), fc.anything()), (stored) => {
      const once = readSettings(stored);
      expect(readSettings(once)).toEqual(once);
    }),
  );
});

const rename = (fields: Readonly<Record<string, unknown>>) => ({ ...fields, second: fields.first });
const double = (fields: Readonly<Record<string, unknown>>) => ({ ...fields, third: `${fields.second}!` });

test.each([
  [{ first: 'a' }, { first: 'a', second: 'a', third: 'a!' }],
  [
    { version: 1, first: 'a' },
    { version: 1, first: 'a', second: 'a', third: 'a!' },
  ],
  [
    { version: 2, second: 'b' },
    { version: 2, second: 'b', third: 'b!' },
  ],
  [
    { version: 3, third: 'c' },
    { version: 3, third: 'c' },
  ],
  [
    { version: 99, third: 'c' },
    { version: 99, third: 'c' },
  ],
  [
    { version: 'x', first: 'a' },
    { version: 'x', first: 'a', second: 'a', third: 'a!' },
  ],
])('brings %j through the upgrades that its version still needs', (stored, expected) => {
  expect(upgradeSettings(stored, [rename, double])).toEqual(expected);
});
