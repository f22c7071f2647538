import { expect, test } from 'vitest';
import { changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { isSameSettings, undoChange } from '../../src/settings/undo-change.ts';

const chosen: Settings = {
  ...defaultSettings,
  topics: { 'p/laws': false },
  hiddenEntities: ['p/a'],
  sites: { mode: 'only', patterns: ['example.org', 'news.example.org'] },
  density: 'every',
  marks: { line: 'solid', weight: 'bold', tint: 'none' },
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
