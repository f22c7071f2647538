import { expect, test } from 'vitest';
import { changeSettings } from '../../src/settings/change-settings.ts';
import { choicesOfPack, hasChoices } from '../../src/settings/pack-choices.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { undoChange } from '../../src/settings/undo-change.ts';

const settings: Settings = {
  ...defaultSettings,
  theme: 'dark',
  topics: { 'lakes/tarns': false, 'lakes-2/tarns': true },
  hiddenEntities: ['lakes/oswin', 'rivers/lakes', 'lakes/ostrel'],
  exceptions: [
    { entity: 'lakes/oswin', name: 'Oswin', host: 'a.org' },
    { entity: 'rivers/oswin', name: 'Oswin', host: 'a.org' },
  ],
};

test('choices for one pack are separate from choices for others', () => {
  expect(choicesOfPack(settings, 'lakes')).toEqual({
    topics: { 'lakes/tarns': false },
    hiddenEntities: ['lakes/oswin', 'lakes/ostrel'],
    exceptions: [settings.exceptions[0]],
  });
  expect(hasChoices(choicesOfPack(settings, 'lakes'))).toBe(true);
  expect(hasChoices(choicesOfPack(settings, 'lake'))).toBe(false);
});

test('a pack is forgotten with all that was chosen for it and nothing else, and remembered as it was', () => {
  const change = { kind: 'forget-pack', pack: 'lakes' } as const;
  const forgotten = changeSettings(settings, change);
  expect(forgotten).toEqual({
    ...settings,
    topics: { 'lakes-2/tarns': true },
    hiddenEntities: ['rivers/lakes'],
    exceptions: [settings.exceptions[1]],
  });
  expect(changeSettings(forgotten, undoChange(settings, change, forgotten))).toEqual(settings);
});
