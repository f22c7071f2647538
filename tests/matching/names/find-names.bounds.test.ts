/** Malicious packs and pages: finding names takes bounded work, counted by the names that are looked at. */
import { expect, test } from 'vitest';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { maxAlike } from '../../../src/matching/names/name-branch.ts';
import type { NameIndex } from '../../../src/matching/names/name-index.ts';
import { resolveMentions } from '../../../src/matching/names/resolve-mentions.ts';
import { findNamesSlowly } from './find-names-oracle.ts';
import { makeIndex } from './small-index.ts';

/** The index, and how many names it looks up and compares. */
function countWork(index: NameIndex): { index: NameIndex; work: { count: number } } {
  const work = { count: 0 };
  const counting: NameIndex = {
    nameCount: index.nameCount,
    name: (id) => index.name(id),
    isAlwaysShown: (id) => index.isAlwaysShown(id),
    pattern(id) {
      work.count += 1;
      return index.pattern(id);
    },
    namesAt(words, at) {
      work.count += 1;
      return index.namesAt(words, at);
    },
  };
  return { index: counting, work };
}

const needs = { page: ['zebra'] };
const many = (count: number, make: (n: number) => string | Name) =>
  Array.from({ length: count }, (_, n) => make(n));
const rows: [string, (string | Name)[], string][] = [
  ['the same name, over and over', many(1_000, () => 'Ring'), 'Ring '],
  ['names of the same two words', many(1_000, (n) => `North River Bridge${n}`), 'North River '],
  ['names that begin each other', many(60, (n) => 'Ab '.repeat(n + 2).trim()), 'Ab '],
  ['long names that end otherwise', many(190, (n) => `${'Ab Ac '.repeat(28)}Ad${n}`), 'Ab Ac '],
  ['names without spaces that begin each other', many(190, (n) => '中'.repeat(n + 2)), '中'],
];

test.each(rows)('%s: a page of nothing else looks at a few names for each word', (_, names, unit) => {
  const { index, work } = countWork(makeIndex([{ id: 'one', names }]));
  const words = 4_000;
  const text = unit.repeat(words / Math.max(1, unit.trim().split(' ').length));
  findNames(text, index);
  expect(work.count).toBeLessThan(words * (maxAlike + 2));
});

test.each(rows)('%s, each with a rule that is not met: neither does judging', (_, names, unit) => {
  const ruled = names.map((name): Name => ({ text: String(name), needs }));
  const { index, work } = countWork(makeIndex([{ id: 'one', names: ruled }]));
  const words = 2_000;
  const text = unit.repeat(words / Math.max(1, unit.trim().split(' ').length));
  expect(resolveMentions([{ text, matches: findNames(text, index) }], index)).toEqual([[]]);
  expect(work.count).toBeLessThan(10 * words * (maxAlike + 2));
});

test('of many names that begin alike, the same are found as by trying each', () => {
  const texts = many(
    30,
    (n) =>
      `North River ${['Bridge', 'Fox', 'Church', 'Old Mill', 'City', 'C++'][n % 6]}${n < 6 ? '' : ` No. ${n}`}`,
  );
  const names: Name[] = ['North River', ...texts, 'North River Bridge Trust'].map((text) => ({
    text: String(text),
  }));
  const index = makeIndex([{ id: 'one', names }]);
  const page =
    'North River. North\u00ad River  Bridges, the north river foxes; North River Churches and North River-Church’s, North River Old Mill No. 9, ' +
    'North River Old Mill No. 99, North River Bridge Trust (North River C++), NORTH RIVER BRIDGE No. 12, North River Bridge Trusting';
  expect(findNames(page, index)).toEqual(findNamesSlowly(page, names));
  expect(findNames(page, index).length).toBeGreaterThan(9);
});
