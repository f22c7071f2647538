import { expect, test } from 'vitest';
import { prepareEntityFinder } from '../../../src/ui/options/find-entities.ts';

const entity = (title: string, ...names: string[]) => ({ ref: `p/${title}`, title, topic: 'p/t', names });
const find = prepareEntityFinder([
  entity('National Institute of Standards and Technology', 'NIST', 'the institute'),
  entity('Standards Act', 'SB 1'),
  entity('Émile Zola', 'Zola'),
  entity('Face++', 'Megvii'),
  entity('Surface study', 'Surface study'),
]);
const titles = (typed: string, most = 10) => find(typed, most).found.map(({ entity: { title } }) => title);

test('a title that begins so comes before one with a word that does, and that before one that holds it', () => {
  expect(titles('standards')).toEqual(['Standards Act', 'National Institute of Standards and Technology']);
  expect(titles('face')).toEqual(['Face++', 'Surface study']);
});

test.each([
  ['emile', 'Émile Zola'],
  ['ÉMILE', 'Émile Zola'],
  ['sb-1', 'Standards Act'],
  ['  nist ', 'National Institute of Standards and Technology'],
])('"%s" finds %s', (typed, title) => {
  expect(titles(typed)).toEqual([title]);
});

test('the name that was found is returned if it is not the title', () => {
  expect(find('nist', 1).found[0]?.name).toBe('NIST');
  expect(find('national', 1).found[0]?.name).toBeUndefined();
});

test.each(['', '   ', 'nothing like it', '++'])('"%s" finds nothing', (typed) => {
  expect(find(typed, 10)).toEqual({ found: [], count: 0 });
});

test('no more are listed than were asked for, but all are counted', () => {
  const many = prepareEntityFinder(Array.from({ length: 50 }, (_, number) => entity(`Bill ${number}`)));
  expect(many('bill', 12).found).toHaveLength(12);
  expect(many('bill', 12).count).toBe(50);
});
