import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { findInvalidItems } from '../../src/settings/stored/find-invalid-items.ts';
import { applyPlan, planItems } from '../../src/settings/stored/plan-items.ts';
import { fieldOfKey, fromItems, toItems } from '../../src/settings/stored/settings-items.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

const fieldNames = Object.keys(defaultSettings) as (keyof Settings)[];
const anyKey = fc.oneof(
  fc.constantFrom(...fieldNames).map((field) => `settings.${field}`),
  fc
    .tuple(fc.constantFrom('topics', 'hiddenEntities', 'exceptions', 'sites.patterns'), fc.nat(3))
    .map(([field, number]) => `settings.${field}#${number}`),
  fc.constantFrom(
    'settings.version',
    'settings.sites.mode',
    'settings.',
    'settings.topics#',
    'settings.__proto__',
    '__proto__',
  ),
  fc.string().map((name) => `settings.${name}`),
  fc.string(),
);

test('fields that can be read survive any neighbours', () => {
  fc.assert(
    fc.property(
      arbitrarySettings,
      fc.dictionary(fc.constantFrom(...fieldNames), fc.anything()),
      (chosen, bad) => {
        const read = readSettings({ ...chosen, ...bad });
        for (const field of fieldNames) {
          if (Object.hasOwn(bad, field)) expect(read[field]).toBeDefined();
          else expect(read[field]).toEqual(chosen[field]);
        }
      },
    ),
    fuzzRuns('settings with damaged fields', 300),
  );
});

test('items that can be read survive any neighbours, and a store of any content can be written', () => {
  fc.assert(
    fc.property(
      arbitrarySettings,
      fc.dictionary(anyKey, fc.anything()),
      arbitrarySettings,
      (chosen, bad, wanted) => {
        const stored = { ...toItems(chosen), ...bad };
        const read = readSettings(fromItems(stored));
        const isTouched = (field: keyof Settings) =>
          Object.keys(bad).some((key) => fieldOfKey(key) === field);
        for (const field of fieldNames) {
          // A store in an old shape would be upgraded as a whole; so far there is only one shape.
          if (!isTouched(field)) expect(read[field]).toEqual(chosen[field]);
        }
        for (const key of Object.keys(findInvalidItems(stored))) expect(Object.hasOwn(bad, key)).toBe(true);
        for (const isWhole of [false, true]) {
          const after = applyPlan(planItems(stored, wanted, isWhole), stored);
          expect(readSettings(fromItems(after))).toEqual(wanted);
          if (isWhole) expect(findInvalidItems(after)).toEqual({});
        }
      },
    ),
    fuzzRuns('stores with damaged items', 300),
  );
});

test('of a list that lies in pieces a damaged piece costs only its own members', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.anything(), (number, damage) => {
      const members = Array.from({ length: 1_000 }, (_, at) => `pack-of-a-long-name/entity-${at}`);
      const items = toItems({ ...defaultSettings, hiddenEntities: members });
      const key = `settings.hiddenEntities#${number}`;
      const lost = new Set(items[key] as string[]);
      const read = readSettings(fromItems({ ...items, [key]: damage }));
      const kept = new Set(read.hiddenEntities);
      expect(members.filter((member) => !lost.has(member) && !kept.has(member))).toEqual([]);
    }),
    fuzzRuns('lists with a damaged piece', 50),
  );
});
