import { describe, expect, test } from 'vitest';
import type { Name } from '../../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNames } from '../../../src/matching/names/find-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { nameCases } from './name-cases.ts';

function indexOf(names: readonly (string | Name)[]) {
  const full = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  return openNameIndex(
    compileNames([{ ref: 'test/entity', topic: 'test/topic', show: 'always', names: full }]),
  );
}

describe('a name is found', () => {
  test.each(nameCases)('$title', ({ names, text, found }) => {
    expect(findNames(text, indexOf(names)).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

describe('the index', () => {
  const names = [{ text: 'Ring', needs: { sentence: ['doorbell'] } }, { text: 'Amazon' }];
  const bytes = compileNames([{ ref: 'p/ring', topic: 'p/t', show: 'with-story', weight: 7, names }]);

  test('has the same bytes for the same input', () => {
    expect(compileNames([{ ref: 'p/ring', topic: 'p/t', show: 'with-story', weight: 7, names }])).toEqual(
      bytes,
    );
  });

  test('gives every name back with its rule', () => {
    const index = openNameIndex(bytes);
    expect(index.nameCount).toBe(2);
    const common = { entity: 'p/ring', topic: 'p/t', show: 'with-story', weight: 7 };
    expect(index.name(0)).toEqual({
      id: 0,
      text: 'Ring',
      ...common,
      rule: { needs: { sentence: ['doorbell'] } },
    });
    expect(index.name(1)).toEqual({ id: 1, text: 'Amazon', ...common });
    expect(() => index.name(2)).toThrow(/no name 2/);
  });

  test('opens bytes that begin anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(findNames('Amazon', openNameIndex(shifted.subarray(1)))).toHaveLength(1);
  });

  test('names both entities that claim one spelling', () => {
    const twice = ['p/a', 'p/b'].map((ref) => ({
      ref,
      topic: 't',
      show: 'always' as const,
      names: [{ text: 'AJL' }],
    }));
    expect(findNames('the AJL', openNameIndex(compileNames(twice)))).toEqual([
      { nameIds: [0, 1], start: 4, end: 7 },
    ]);
  });

  test('refuses a name that no text could be searched for', () => {
    const hollow = [{ ref: 'p/a', topic: 't', show: 'always' as const, names: [{ text: '!!!' }] }];
    expect(() => compileNames(hollow)).toThrow(/"!!!" of p\/a has no letter/);
  });

  test.each([
    ['nothing', new Uint8Array(0), /no name index/],
    ['a text', new Uint8Array(500).fill(65), /no name index/],
    ['a part of an index', bytes.slice(0, -4), /cut off/],
  ])('says what is wrong with %s', (_what, damaged, message) => {
    expect(() => openNameIndex(damaged)).toThrow(message);
  });

  test('survives any damaged byte: an error or an answer, never anything else', () => {
    for (let i = 0; i < bytes.length; i++) {
      const damaged = bytes.slice();
      damaged[i] = (damaged[i] as number) ^ 0xff;
      try {
        const index = openNameIndex(damaged);
        for (const { nameIds } of findNames('Amazon Ring Amazons', index))
          for (const id of nameIds) index.name(id);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});

test('finds a name among hundreds that begin with the same word, all of whose words are in the text', () => {
  const letters = [...'abcdefghijklmnopqrst'];
  const names = letters.flatMap((a) => letters.map((b) => `Bank ${a}${a} ${b}${b}`));
  const text = `${letters.map((letter) => letter + letter).join(' ')} Bank cc dd, bank dd cc and Bank aa`;
  const found = findNames(text, indexOf(names)).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(['Bank cc dd', 'bank dd cc']);
});

describe('a large index, which lists no words', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => ({ text: `Zq${i.toString(36)}x Corporation` }));

  test.each(nameCases)('$title', ({ names, text, found }) => {
    const index = indexOf([...names, ...many]);
    expect(findNames(text, index).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});
