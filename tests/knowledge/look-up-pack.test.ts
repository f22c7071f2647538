import { expect, test } from 'vitest';
import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { smallPackFiles } from './small-pack.ts';

test('editions of one article are one outlet, and an altered copy is none', () => {
  const files = smallPackFiles();
  files['sources.json'].sources.push({
    id: 'copy',
    outlet: 'Institute (altered copy)',
    date: { value: '2019-12', precision: 'month' },
    kind: 'news',
    rewordedFrom: 'the report of the Institute',
  });
  const { pack } = parsePack(files);
  if (!pack) throw new Error('The small pack does not parse.');
  const { independentOutlets } = lookUpPack(pack);
  expect(independentOutlets(['daily-early', 'daily-late', 'report', 'copy'])).toEqual(['Daily', 'Institute']);
  expect(independentOutlets(['copy'])).toEqual([]);
});
