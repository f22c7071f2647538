import { expect, test } from 'vitest';
import { countOutletsByEntity } from '../../src/knowledge/count-outlets-by-entity.ts';
import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';

const names = ['Daily', 'Herald', 'Post', 'DAILY'];
const sources = [
  ...names.map((outlet) => ({ id: outlet, outlet })),
  { id: 'late', outlet: 'Daily Online', editionOf: 'Daily' },
  { id: 'copy', outlet: 'Mail', rewordedFrom: 'a story of the Mail' },
];
const lookup = lookUpPack({
  ...{ topics: [], entities: [], statements: [], claims: [], sources },
} as unknown as Pack);

test.each([
  ['one', [['Daily'], ['DAILY'], ['late', 'copy']], 1],
  [
    'three',
    [
      ['Daily', 'Herald'],
      ['Herald', 'Post'],
    ],
    3,
  ],
  ['as many as count', [['Daily', 'Herald'], ['Post']], 2, 2],
  ['as many as count, of one addition', [['Daily', 'Herald', 'Post']], 2, 2],
  ['none', [['copy']], 0],
])('an entity has %s', (_case, additions, expected, max = 9) => {
  const outlets = countOutletsByEntity(lookup, max);
  for (const added of additions) outlets.add(['acme', 'iris'], added);
  expect(['acme', 'iris', 'other'].map(outlets.of)).toEqual([expected, expected, 0]);
});
