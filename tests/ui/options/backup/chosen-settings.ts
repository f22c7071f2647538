import { defaultSettings, type Settings } from '../../../../src/settings/settings.ts';

/** Settings of a reader who has changed something of each kind. */
export const chosenSettings: Settings = {
  ...defaultSettings,
  theme: 'dark',
  sites: { mode: 'everywhere-but', patterns: ['a.org', 'b.org'] },
  exceptions: [
    { entity: 'test/a', name: 'Amazon', host: 'a.org' },
    { entity: 'gone/b', name: 'Case', beside: 'in any', host: 'b.org' },
    { entity: 'gone/b', name: 'Case', beside: 'study' },
  ],
};
