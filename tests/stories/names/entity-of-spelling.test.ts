import { expect, test } from 'vitest';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../../src/matching/names/names-of-pack.ts';
import { entityOfSpelling } from '../../../src/stories/names/entity-of-spelling.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';

const pack = makeTinyPack('street-lamps', ['Lamp Eye', 'Beacon']);
const [lamp] = pack.entities;
if (!lamp) throw new Error('The tiny pack has no entity.');
const withRule = {
  ...pack,
  entities: [
    ...pack.entities,
    { ...lamp, id: 'glow', names: [{ text: 'Glow', needs: { page: ['lamp'] } }] },
    { ...lamp, id: 'other', names: [{ text: 'Beacon' }] },
  ],
};
const index = openNameIndex(compileNames(namesOfPack(withRule)));

test.each([
  ['Lamp Eye', `street-lamps/${lamp.id}`],
  ['the Lamp Eye', undefined],
  ['Lamp Eye Ltd', undefined],
  ['Glow', undefined],
  ['Beacon', undefined],
  ['', undefined],
])('"%s" is %s', (spelling, entity) => {
  expect(entityOfSpelling(spelling, index)).toBe(entity);
});
