import { expect, test } from 'vitest';
import { parseBuiltInPack } from '../../../src/knowledge/validation/parse-built-in-pack.ts';
import { parsePack } from '../../../src/knowledge/validation/parse-pack.ts';
import { smallPackFiles } from '../small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;

function withLeads(lead: string): Files {
  const files = smallPackFiles();
  for (const entity of files['entities/systems.json'].entities) entity.lead = lead;
  return files;
}

const bundled = (files: Files) =>
  Object.fromEntries(Object.entries(files).map(([name, data]) => [`../knowledge/small/${name}`, data]));

test('the built-in pack is read with the lead of each entity', () => {
  const { entities } = parseBuiltInPack(bundled(withLeads('Something that compares faces.')));
  expect(entities.map(({ lead }) => lead)).toEqual(entities.map(() => 'Something that compares faces.'));
});

test('the built-in pack must have a lead for each entity; any other pack may do without', () => {
  expect(() => parseBuiltInPack(bundled(smallPackFiles()))).toThrow('"acme" has no lead');
  expect(parsePack(smallPackFiles()).pack?.entities).toHaveLength(2);
});

test('a lead that is too long to take in at a glance is refused', () => {
  expect(parsePack(withLeads('x'.repeat(120))).pack?.entities).toHaveLength(2);
  expect(parsePack(withLeads('x'.repeat(121))).problems).toMatchObject([
    { path: 'entities[acme].lead' },
    { path: 'entities[iris].lead' },
  ]);
});
