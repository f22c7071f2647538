import { expect, test } from 'vitest';
import { cutExcerpt } from '../../../src/ui/library/cut-excerpt.ts';
import { listDocuments } from '../../../src/ui/library/list-documents.ts';
import { createLibrarySearch, type SearchRequest } from '../../../src/ui/library/search-library.ts';
import { libraryPack } from './library-pack.ts';

const library = createLibrarySearch();
await library.add(listDocuments(libraryPack));

function find(query: string, more: Partial<SearchRequest> = {}) {
  return library.find({ query, topics: [], types: [], sources: [], limit: 50, ...more });
}
const refs = (query: string, more: Partial<SearchRequest> = {}) =>
  find(query, more).items.map(({ ref }) => ref);

test.each([
  ['a name', 'Iris', 'small/iris'],
  ['the beginning of a name', 'ann l', 'small/ann-lee'],
  ['another name', 'incorporated', 'small/acme'],
  ['other case and no diacritics', 'kallstrom BJORN', 'small/daily'],
  ['words of a statement', 'stand ready', 'small/lee-letter'],
  ['words of a statement as one source alone prints them', 'regulations', 'small/lee-letter'],
  ['a claim', 'stopped police', 'small/paused'],
  ['the words on which a claim rests', 'kept selling', 'small/paused'],
  ['a quotation that a fact rests on', 'pause of one year', 'small/acme'],
  ['an outlet', 'weekly', 'small/weekly'],
])('%s is found', (_case, query, ref) => {
  expect(refs(query)).toContain(ref);
});

test('what bears the very name comes before what only begins with it', () => {
  expect(refs('acme')[0]).toBe('small/acme');
  expect(refs('acme labs')[0]).toBe('small/acme-labs');
});

test('all words must be there', () => {
  expect(refs('acme zebra')).toEqual([]);
});

test('a name typed with a slip is found, and the outcome says that it is not the very word', () => {
  expect(find('incorparated')).toMatchObject({ isNearby: true, items: [{ ref: 'small/acme' }] });
  expect(find('incorporated').isNearby).toBe(false);
  expect(find('')).toMatchObject({ isNearby: false });
});

test('what was found by another name says so, and tells its found words', () => {
  expect(find('incorporated').items[0]).toMatchObject({
    alsoCalled: 'Acme Incorporated',
    words: ['incorporated'],
  });
  expect(find('acme').items[0]).not.toHaveProperty('alsoCalled');
});

test('without a query everything is listed by title, entities first', () => {
  expect(refs('', { limit: 5 })).toEqual([
    'small/acme',
    'small/acme-labs',
    'small/ann-lee',
    'small/iris',
    'small/lee-letter',
  ]);
  expect(find('', { limit: 5 }).count).toBe(10);
  expect(refs(' – ', { limit: 1 })).toEqual(['small/acme']);
});

test.each([
  [{ types: ['product', 'person'] }, ['small/ann-lee', 'small/iris']],
  [
    { topics: ['small/people'] },
    ['small/ann-lee', 'small/lee-letter', 'small/daily-late', 'small/copy', 'small/weekly'],
  ],
  [{ sources: ['small/weekly'], types: ['company', 'claim'] }, ['small/acme', 'small/paused']],
  [{ types: ['law'] }, []],
])('filters %j leave %j', (wanted, expected) => {
  expect(refs('', wanted).toSorted()).toEqual(expect.arrayContaining(expected));
  if (expected.length < 3) expect(refs('', wanted)).toEqual(expected);
});

test('each filter counts what the other filters leave, whatever is chosen in it', () => {
  const { facets } = find('acme', { types: ['claim'] });
  const countOf = (value: string) => facets.types.find((facet) => facet.value === value)?.count;
  expect([countOf('claim'), countOf('company')]).toEqual([1, 2]);
  expect(facets.topics).toEqual([{ value: 'small/systems', count: 1 }]);
  expect(facets.sources.map(({ value }) => value)).toEqual(['small/daily', 'small/weekly']);
});

test('what is chosen stays among the choices where nothing is left of it', () => {
  expect(find('acme', { types: ['law'] }).facets.types).toContainEqual({ value: 'law', count: 0 });
});

test('a source that is silent on a claim is none that it rests on', () => {
  expect(refs('', { sources: ['small/copy'], types: ['claim'] })).toEqual([]);
});

const long = `${'Before it came much else. '.repeat(20)}Then came the moratorium. ${'And after it more. '.repeat(20)}`;

test('an excerpt holds the found word, begins and ends at words, and says what it left out', () => {
  const excerpt = cutExcerpt(['Nothing of it.', long], new Set(['moratorium']));
  expect(excerpt).toMatch(/^… \p{L}.*moratorium.*\p{L}\.? …$/u);
  expect(excerpt.length).toBeLessThan(260);
});

test('an excerpt without found words is the beginning of the first passage', () => {
  expect(cutExcerpt(['Short.', long], new Set())).toBe('Short.');
  expect(cutExcerpt([], new Set(['a']))).toBe('');
});
