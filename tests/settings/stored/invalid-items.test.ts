import { expect, test } from 'vitest';
import { writeExportFile } from '../../../src/settings/export/export-file.ts';
import { readExportFile } from '../../../src/settings/export/read-export-file.ts';
import { addInvalid, readInvalid } from '../../../src/settings/stored/invalid-items.ts';

test('each value is kept once, and the same ones always give the same list', () => {
  const one = addInvalid([], { 'settings.theme': 'sepia', 'settings.hover': 7 });
  const other = addInvalid(addInvalid([], { 'settings.hover': 7 }), { 'settings.theme': 'sepia' });
  expect(other).toEqual(one);
  expect(addInvalid(one, { 'settings.theme': 'sepia' })).toEqual(one);
  expect(addInvalid(one, { 'settings.theme': 'mauve' })).toHaveLength(3);
});

test('what was kept first is not pushed out by what comes later', () => {
  const first = addInvalid([], { 'settings.theme': 'sepia' });
  const flood = Object.fromEntries(
    Array.from({ length: 500 }, (_, number) => [`settings.k${number}`, number]),
  );
  const all = addInvalid(first, flood);
  expect(all).toHaveLength(100);
  expect(all).toContainEqual({ key: 'settings.theme', value: 'sepia' });
});

test.each([
  [undefined],
  [null],
  ['x'],
  [{}],
  [[1, null, { key: 3 }, [], { key: 'x'.repeat(300), value: 1 }]],
])('in %j nothing is kept', (stored) => {
  expect(readInvalid(stored)).toEqual([]);
});

test('a value of any depth and a key of any length are kept so that a file gives them back', () => {
  let deep: unknown = 7;
  for (let depth = 0; depth < 100; depth += 1) deep = { deep: [deep] };
  const damaged = addInvalid([], { [`settings.${'x'.repeat(300)}`]: 1, 'settings.theme': deep });
  expect(damaged.map(({ value }) => value)).toEqual([JSON.stringify(deep), 1]);
  expect(readInvalid(damaged)).toEqual(damaged);
  const written = writeExportFile({
    settings: { version: 1 },
    damaged,
    packs: [],
    kept: { stories: [], articles: [] },
  }).join('');
  expect(readExportFile(written, 'x')).toMatchObject({ state: { damaged }, problems: [] });
});
