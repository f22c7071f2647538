import { expect, test } from 'vitest';
import { compareVersions, makePackPreview } from '../../src/knowledge/pack-preview.ts';
import { makeTinyPack } from '../storage/tiny-pack.ts';

const noNames = { count: 0, samples: [] };

test('a preview counts what is there, topic by topic, and shows some of it from all over the pack', () => {
  const titles = Array.from({ length: 30 }, (_, i) => `River ${i}`);
  const pack = makeTinyPack('rivers', titles);
  const preview = makePackPreview(pack, noNames, undefined);
  expect(preview.counts).toEqual({
    entities: 30,
    names: 30,
    sources: 1,
    statements: 0,
    claims: 0,
    events: 0,
  });
  expect(preview.topics).toEqual([{ title: 'Rivers', color: '#1a6fb0', onByDefault: true, entityCount: 30 }]);
  expect(preview.samples.map(({ title }) => title)).toEqual(['River 0', 'River 10', 'River 20']);
  expect(preview).not.toHaveProperty('former');
});

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '10.0.0', -1],
  ['1.0.2', '1.0.10', -1],
])('version %s beside %s: %i', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
});
