import { expect, test } from 'vitest';
import { compilePack } from '../../../src/matching/compile-pack.ts';
import { findKnownNames } from '../../../src/matching/names/find-known-names.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';

const named = (id: string, titles: string[]) => ({
  title: `The pack ${id}`,
  names: compilePack(makeTinyPack(id, titles)).names,
});

test('names of other packs are returned with the first pack that has them, ignoring case and diacritics', () => {
  const pack = makeTinyPack('new', ['Velmora', 'Ángel Díaz', 'Ostrel Beck']);
  const known = findKnownNames(pack, [
    named('one', ['angel diaz', 'Tarn']),
    named('two', ['VELMORA', 'Ángel Díaz']),
  ]);
  expect(known).toEqual({
    count: 2,
    samples: [
      { name: 'Ángel Díaz', packTitle: 'The pack one' },
      { name: 'Velmora', packTitle: 'The pack two' },
    ],
  });
});

test('of many only the first are named', () => {
  const titles = Array.from({ length: 20 }, (_, i) => `River ${i}`);
  const known = findKnownNames(makeTinyPack('new', titles), [named('old', titles)]);
  expect(known.count).toBe(20);
  expect(known.samples.length).toBeLessThan(10);
});

test('a pack without overlap has none', () => {
  expect(findKnownNames(makeTinyPack('new'), [named('old', ['Tarn'])])).toEqual({ count: 0, samples: [] });
});
