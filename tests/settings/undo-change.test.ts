import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  changeSettings,
  type SettingsChange,
  SettingsChangeSchema,
} from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { isSameSettings, undoChange } from '../../src/settings/undo-change.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

const chosen: Settings = {
  ...defaultSettings,
  topics: { 'p/laws': false },
  hiddenEntities: ['p/a'],
  sites: { mode: 'only', patterns: ['example.org', 'news.example.org'] },
  density: 'every',
  marks: { usesTopicColors: true, line: 'solid', weight: 'bold', tint: 'none' },
};

test.each<SettingsChange>([
  { kind: 'field', field: 'density', value: 'first-on-page' },
  { kind: 'field', field: 'marks', value: { line: 'none', weight: 'fine', tint: 'faint' } },
  { kind: 'topic', topic: 'p/laws', isOn: true },
  { kind: 'topic', topic: 'p/new', isOn: false },
  { kind: 'entity', entity: 'p/b', isHidden: true },
  { kind: 'entity', entity: 'p/a', isHidden: false },
  { kind: 'exception', exception: { entity: 'p/a', name: 'A', host: 'example.org' }, isNoted: true },
  { kind: 'site', pattern: 'news.example.org', isOn: false },
  { kind: 'site-mode', mode: 'everywhere-but' },
  { kind: 'reset' },
])('%j is taken back to the letter', (change) => {
  const after = changeSettings(chosen, change);
  expect(isSameSettings(chosen, after)).toBe(false);
  expect(isSameSettings(changeSettings(after, undoChange(chosen, change, after)), chosen)).toBe(true);
});

const listed = { entity: 'p/a', name: 'A', host: 'example.org' };
const another = { entity: 'p/b', name: 'B', beside: 'river' };
const begun: Settings = { ...chosen, exceptions: [listed] };

test.each<[what: string, change: SettingsChange, meanwhile: SettingsChange, expected: Partial<Settings>]>([
  [
    'a site that was switched off keeps the site that another tab added',
    { kind: 'site', pattern: 'news.example.org', isOn: false },
    { kind: 'site', pattern: 'other.net', isOn: true },
    { sites: { mode: 'only', patterns: ['example.org', 'news.example.org', 'other.net'] } },
  ],
  [
    'a site that was added keeps it too',
    { kind: 'site', pattern: 'third.net', isOn: true },
    { kind: 'site', pattern: 'other.net', isOn: true },
    { sites: { mode: 'only', patterns: ['example.org', 'news.example.org', 'other.net'] } },
  ],
  [
    'the mode of the site list leaves off what was switched off since',
    { kind: 'site-mode', mode: 'everywhere-but' },
    { kind: 'site', pattern: 'other.net', isOn: false },
    { sites: { mode: 'only', patterns: ['example.org', 'news.example.org'] } },
  ],
  [
    'a reset leaves off a site that was switched off since',
    { kind: 'reset' },
    { kind: 'site', pattern: 'other.net', isOn: false },
    { sites: { mode: 'only', patterns: ['example.org', 'news.example.org'] } },
  ],
  [
    'a reset leaves off a site of the former list that was switched off since',
    { kind: 'reset' },
    { kind: 'site', pattern: 'example.org', isOn: false },
    { sites: { mode: 'only', patterns: ['news.example.org'] } },
  ],
  [
    'an exception that had been noted before keeps it',
    { kind: 'exception', exception: listed, isNoted: true },
    { kind: 'exception', exception: another, isNoted: true },
    { exceptions: [listed, another] },
  ],
  [
    'an exception that was taken off keeps the one that was noted since',
    { kind: 'exception', exception: listed, isNoted: false },
    { kind: 'exception', exception: another, isNoted: true },
    { exceptions: [listed, another] },
  ],
  [
    'a reset keeps what was hidden and switched since',
    { kind: 'reset' },
    { kind: 'entity', entity: 'p/c', isHidden: true },
    { hiddenEntities: ['p/a', 'p/c'] },
  ],
  [
    'a reset keeps the topic that was switched since',
    { kind: 'reset' },
    { kind: 'topic', topic: 'p/new', isOn: true },
    { topics: { 'p/laws': false, 'p/new': true } },
  ],
])('taking back %s', (_what, change, meanwhile, expected) => {
  const after = changeSettings(begun, change);
  const undone = changeSettings(changeSettings(after, meanwhile), undoChange(begun, change, after));
  expect(undone).toEqual({ ...begun, ...expected });
});

test('whatever replaced the settings is undone, and can be sent', () => {
  fc.assert(
    fc.property(arbitrarySettings, arbitrarySettings, (before, wanted) => {
      const change: SettingsChange = { kind: 'replace', settings: wanted };
      const after = changeSettings(before, change);
      const undo: unknown = JSON.parse(JSON.stringify(undoChange(before, change, after)));
      expect(v.is(SettingsChangeSchema, undo)).toBe(true);
      expect(changeSettings(after, v.parse(SettingsChangeSchema, undo))).toEqual(before);
    }),
    fuzzRuns('settings replaced and taken back', 200),
  );
});

test('what a message says that was in a list is read as warily', () => {
  const none = { added: [], removed: [] };
  const lists = { topics: {}, hiddenEntities: none, exceptions: none };
  const restored = changeSettings(chosen, {
    kind: 'restore',
    fields: {},
    difference: { ...lists, patterns: { added: [], removed: [{ at: 99, member: 'no site' }] } },
  });
  expect(restored).toEqual(chosen);
});

test('what another tab did to the same list meanwhile stays', () => {
  const hide: SettingsChange = { kind: 'entity', entity: 'p/b', isHidden: true };
  const undo = undoChange(chosen, hide, changeSettings(chosen, hide));
  const meanwhile = changeSettings(changeSettings(chosen, hide), {
    kind: 'entity',
    entity: 'p/c',
    isHidden: true,
  });
  expect(changeSettings(meanwhile, undo).hiddenEntities).toEqual(['p/a', 'p/c']);
});

test('restored fields are read as warily as stored ones', () => {
  const restored = changeSettings(chosen, {
    kind: 'restore',
    fields: { density: 'all over', extent: 'whole-page', unheardOf: 1 },
  });
  expect([restored.density, restored.extent]).toEqual([defaultSettings.density, 'whole-page']);
  expect(restored).not.toHaveProperty('unheardOf');
});
