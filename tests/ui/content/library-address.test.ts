import { expect, test } from 'vitest';
import { parseAddress, wholeLibrary, writeAddress } from '../../../src/ui/content/library-address.ts';

test.each([
  ['', { kind: 'home' }],
  ['#', { kind: 'home' }],
  ['#/', { kind: 'home' }],
  ['#/entity/pack/id', { kind: 'entity', ref: 'pack/id' }],
  ['#/source/pack/id', { kind: 'source', ref: 'pack/id' }],
  ['#/statement/pack/id', { kind: 'statement', ref: 'pack/id' }],
  ['#/claim/pack/id', { kind: 'claim', ref: 'pack/id' }],
  ['#/stories', { kind: 'stories' }],
  ['#/story/00ff', { kind: 'story', id: '00ff' }],
  ['#/kept/00ff', { kind: 'kept', id: '00ff' }],
  ['#/kept/00ff?from=3&to=9', { kind: 'kept', id: '00ff', from: 3, to: 9 }],
  ['#/kept/00ff?from=9&to=3', { kind: 'kept', id: '00ff' }],
  ['#/kept/00ff?from=-1&to=x', { kind: 'kept', id: '00ff' }],
  ['#/story', { kind: 'unknown', typed: '/story' }],
  ['#/story/a/b', { kind: 'unknown', typed: '/story/a/b' }],
  ['#/search', wholeLibrary],
  ['#/search?q=one%20year', { ...wholeLibrary, query: 'one year' }],
  [
    '#/search?q=a%26b&topic=p%2Ft&type=law&type=person&source=p%2Fs&type=law&topic=',
    { kind: 'search', query: 'a&b', topics: ['p/t'], types: ['law', 'person'], sources: ['p/s'] },
  ],
  ['#/entity/pack', { kind: 'unknown', typed: '/entity/pack' }],
  ['#/entity/pack/id/more', { kind: 'unknown', typed: '/entity/pack/id/more' }],
  ['#/person/pack/id', { kind: 'unknown', typed: '/person/pack/id' }],
  ['#entity', { kind: 'unknown', typed: 'entity' }],
  ['#/entity/pack/%e', { kind: 'entity', ref: 'pack/%e' }],
])('%s is read', (hash, expected) => {
  expect(parseAddress(hash)).toEqual(expected);
});

test.each([
  '#/',
  '#/entity/pack/id',
  '#/claim/pack/id',
  '#/search',
  '#/search?q=one+year',
  '#/search?q=%C3%A9t%C3%A9+%26&topic=p%2Ft&type=law&type=person&source=p%2Fs',
  '#/stories',
  '#/story/00ff',
  '#/kept/00ff',
  '#/kept/00ff?from=3&to=9',
  '#/nothing',
])('%s is written as it was read', (hash) => {
  expect(writeAddress(parseAddress(hash))).toBe(hash);
});
