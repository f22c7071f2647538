import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import { applyPlan, planItems } from '../../../src/settings/stored/plan-items.ts';
import { fromItems, type SettingsItems, toItems } from '../../../src/settings/stored/settings-items.ts';

const large: Settings = {
  ...defaultSettings,
  theme: 'dark',
  hiddenEntities: Array.from({ length: 1000 }, (_, number) => `imported-pack/entity-number-${number}`),
};

describe('a plan', () => {
  test('touches only the items of fields that differ', () => {
    const stored = toItems(large);
    expect(planItems(stored, { ...large, density: 'every' })).toEqual({
      set: { 'settings.density': 'every' },
      remove: [],
    });
    expect(planItems(stored, { ...large, theme: 'auto' })).toEqual({ set: {}, remove: ['settings.theme'] });
    expect(planItems(stored, large)).toEqual({ set: {}, remove: [] });
  });

  test('removes pieces that a shorter list no longer needs, and no other items', () => {
    const stored = { ...toItems(large), packs: 1, 'settings.fieldOfTheFuture': 2, 'settings.version': 99 };
    const after = applyPlan(planItems(stored, { ...large, hiddenEntities: ['p/a'] }), stored);
    expect(after).toEqual({
      packs: 1,
      'settings.fieldOfTheFuture': 2,
      'settings.version': 99,
      'settings.theme': 'dark',
      'settings.hiddenEntities#0': ['p/a'],
    });
  });

  test('leaves what cannot be read until its own field changes, or all are reset', () => {
    const stored: SettingsItems = { 'settings.version': 1, 'settings.theme': 'sepia', 'settings.density': 3 };
    const held = readSettings(fromItems(stored));
    expect(planItems(stored, { ...held, theme: 'dark' })).toEqual({
      set: { 'settings.theme': 'dark' },
      remove: [],
    });
    expect(planItems(stored, held, true).remove).toEqual(['settings.theme', 'settings.density']);
  });

  test('brings the store to the wanted settings, whatever it contained', () => {
    for (const stored of [
      {},
      toItems(large),
      { 'settings.hiddenEntities#7': 'x', 'settings.sites.mode': 'only' },
    ]) {
      for (const wanted of [
        defaultSettings,
        large,
        { ...large, sites: { mode: 'only', patterns: ['a.org'] } } as const,
      ]) {
        const after = applyPlan(planItems(stored, wanted), stored);
        expect(readSettings(fromItems(after))).toEqual(wanted);
      }
    }
  });
});

test('two machines that change different fields at the same moment keep both changes, in either order', () => {
  const before = toItems(large);
  const one = planItems(before, {
    ...large,
    theme: 'light',
    exceptions: [{ entity: 'p/e', name: 'N', host: 'a.org' }],
  });
  const other = planItems(before, {
    ...large,
    hiddenEntities: ['p/only'],
    sites: { mode: 'only', patterns: ['a.org'] },
  });
  // The browser's sync delivers changes item by item.
  for (const order of [
    [one, other],
    [other, one],
  ]) {
    const merged = order.reduce<SettingsItems>((items, plan) => applyPlan(plan, items), before);
    expect(readSettings(fromItems(merged))).toEqual({
      ...large,
      theme: 'light',
      exceptions: [{ entity: 'p/e', name: 'N', host: 'a.org' }],
      hiddenEntities: ['p/only'],
      sites: { mode: 'only', patterns: ['a.org'] },
    });
  }
});
