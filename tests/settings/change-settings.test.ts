import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  changeSettings,
  type SettingsChange,
  SettingsChangeSchema,
} from '../../src/settings/change-settings.ts';
import { type Failure, readFailure } from '../../src/settings/failure.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';

test.each<[SettingsChange, Partial<Settings>]>([
  [{ kind: 'field', field: 'theme', value: 'dark' }, { theme: 'dark' }],
  [{ kind: 'topic', topic: 'p/t', isOn: false }, { topics: { 'p/t': false } }],
  [{ kind: 'entity', entity: 'p/e', isHidden: true }, { hiddenEntities: ['p/e'] }],
  [{ kind: 'entity', entity: 'p/e', isHidden: false }, {}],
  [
    { kind: 'exception', exception: { entity: 'p/e', name: 'N', host: 'a.org' }, isNoted: true },
    { exceptions: [{ entity: 'p/e', name: 'N', host: 'a.org' }] },
  ],
  [{ kind: 'exception', exception: { entity: 'p/e', name: 'N', host: 'a.org' }, isNoted: false }, {}],
  [
    { kind: 'site', pattern: 'https://www.example.org/x', isOn: false },
    { sites: { mode: 'everywhere-but', patterns: ['example.org'] } },
  ],
  [{ kind: 'site-mode', mode: 'only' }, { sites: { mode: 'only', patterns: [] } }],
])('%j changes that and nothing else', (change, expected) => {
  expect(changeSettings(defaultSettings, change)).toEqual({ ...defaultSettings, ...expected });
});

test('an exception is added once, and only the very same one is removed', () => {
  const here = { entity: 'p/e', name: 'N', host: 'a.org' };
  const beside = { entity: 'p/e', name: 'N', beside: 'river' };
  let settings: Settings = defaultSettings;
  for (const exception of [here, beside, { ...here }]) {
    settings = changeSettings(settings, { kind: 'exception', exception, isNoted: true });
  }
  expect(settings.exceptions).toEqual([beside, here]);
  settings = changeSettings(settings, { kind: 'exception', exception: { ...beside }, isNoted: false });
  expect(settings.exceptions).toEqual([here]);
});

test('setting back brings the defaults', () => {
  const changed = changeSettings(defaultSettings, { kind: 'entity', entity: 'p/e', isHidden: true });
  expect(changeSettings(changed, { kind: 'reset' })).toEqual(defaultSettings);
});

test.each<[SettingsChange, Failure]>([
  [
    { kind: 'field', field: 'theme', value: 'sepia' },
    { code: 'wrongSetting', values: { field: 'theme' } },
  ],
  [
    { kind: 'field', field: 'hover', value: 7 },
    { code: 'wrongSetting', values: { field: 'hover' } },
  ],
  [
    { kind: 'site', pattern: 'two words', isOn: false },
    { code: 'noSite', values: { text: 'two words' } },
  ],
])('%j is refused with its reason', (change, failure) => {
  let refusal: unknown;
  try {
    changeSettings(defaultSettings, change);
  } catch (error) {
    refusal = error;
  }
  expect(readFailure(refusal)).toEqual(failure);
});

test.each([
  { kind: 'field', field: 'topics', value: {} },
  { kind: 'topic', topic: 'no reference', isOn: true },
  { kind: 'entity', entity: 'p/e' },
  { kind: 'exception', exception: { entity: 'p/e', name: 'N' }, isNoted: true },
  { kind: 'exception', exception: { entity: 'p/e', name: 'N', host: 'a b' }, isNoted: true },
  { kind: 'delete-everything' },
])('%j is no change at all', (message) => {
  expect(v.is(SettingsChangeSchema, message)).toBe(false);
});
