import { expect, test } from 'vitest';
import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import type { Pack, Source } from '../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { smallPackFiles } from './small-pack.ts';

function packWithCopy(more: Partial<Source> = {}): Pack {
  const files = smallPackFiles();
  files['sources.json'].sources.push({
    id: 'copy',
    outlet: 'Institute (altered copy)',
    date: { value: '2019-12', precision: 'month' },
    kind: 'news',
    rewordedFrom: 'the report of the Institute',
    ...more,
  });
  const { pack } = parsePack(files);
  if (!pack) throw new Error('The small pack does not parse.');
  return pack;
}

test('editions of one article are one outlet, and an altered copy is none', () => {
  const { independentOutlets } = lookUpPack(packWithCopy());
  expect(independentOutlets(['daily-early', 'daily-late', 'report', 'copy'])).toEqual(['Daily', 'Institute']);
  expect(independentOutlets(['copy'])).toEqual([]);
});

test.each([
  ['the first edition', 'daily-early', 'daily-early'],
  ['a later edition', 'daily-late', 'daily-early'],
  ['a source without editions', 'report', 'report'],
  ['an altered copy that calls itself an edition', 'copy', 'copy'],
  ['an unknown source', 'nowhere', 'nowhere'],
])('the first edition of %s', (_case, id, first) => {
  expect(lookUpPack(packWithCopy({ editionOf: 'daily-early' })).firstEdition(id)).toBe(first);
});

test('an altered copy adds no outlet, even as an edition of an article', () => {
  const { independentOutlets } = lookUpPack(packWithCopy({ editionOf: 'daily-early' }));
  expect(independentOutlets(['copy'])).toEqual([]);
  expect(independentOutlets(['report', 'copy'])).toEqual(['Institute']);
});
