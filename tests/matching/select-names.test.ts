import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Name } from '../../src/knowledge/pack-schema.ts';
import { compileNames, type NamedEntity } from '../../src/matching/compile-names.ts';
import { readTexts } from '../../src/matching/find-name-places.ts';
import { findNames } from '../../src/matching/find-names.ts';
import { createGrowingNameIndex } from '../../src/matching/growing-name-index.ts';
import { judgeMentions } from '../../src/matching/judge-mentions.ts';
import { type NameIndex, openNameIndex } from '../../src/matching/name-index.ts';
import { makeNotingFilter } from '../../src/matching/noting-filter.ts';
import { selectNames } from '../../src/matching/select-names.ts';
import { extraNames } from '../../tools/bench/extra-names.ts';
import { nameCases } from './name-cases.ts';

function open(names: readonly (string | Name)[], pack = 'test'): NameIndex {
  return openNameIndex(
    compileNames(
      names.map(
        (name, i): NamedEntity => ({
          ref: `${pack}/e${i}`,
          topic: `${pack}/topic`,
          show: i % 2 === 0 ? 'always' : 'with-story',
          names: [typeof name === 'string' ? { text: name } : name],
        }),
      ),
    ),
  );
}

/** A page that is given the names its words make possible, text by text, as a frame is. */
function readPage(indexes: readonly NameIndex[], texts: readonly string[]) {
  const isAscii = indexes.every(({ filter }) => filter.isAscii);
  const growing = createGrowingNameIndex();
  const asked = new Set<string>();
  const known: string[] = [];
  for (const text of texts) {
    const fresh = new Set<string>();
    readTexts(
      [text],
      makeNotingFilter(isAscii, (word) => !asked.has(word) && fresh.add(word)),
      new Set(),
    );
    const answer = selectNames(indexes, { words: [...fresh], known });
    if (answer.names) growing.add(answer.names);
    known.push(...answer.known);
    for (const word of fresh) asked.add(word);
  }
  return growing;
}

/** Names found, as entities in order: ids differ from index to index. */
function found(text: string, index: NameIndex): string[] {
  return findNames(text, index).map(({ nameIds, start, end }) => {
    const claims = nameIds.map((id) => {
      const { entity, text: name, topic, show } = index.name(id);
      return `${entity} ${name} ${topic} ${show} ${index.isAlwaysShown(id)}`;
    });
    return `${start}-${end}: ${claims.join(' / ')}`;
  });
}

describe('the names that a text’s words make possible find in it what all names find:', () => {
  test.each(nameCases)('$title', ({ names, text, found: expected }) => {
    const whole = open(names);
    const page = readPage([whole], [text]);
    expect(found(text, page)).toEqual(found(text, whole));
    expect(findNames(text, page).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('among ten thousand names, whatever texts come one after another', () => {
    const names = extraNames(10_000, 7);
    const whole = open(names);
    const word = fc.constantFrom(...names.slice(0, 300).flatMap((name) => name.split(' ')));
    const name = fc.constantFrom(...names.slice(0, 300));
    const text = fc
      .array(fc.oneof(word, name, fc.constantFrom('the', 'of', 'said.')), { minLength: 1, maxLength: 25 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const page = readPage([whole], texts);
        for (const one of texts) expect(found(one, page)).toEqual(found(one, whole));
      }),
      { numRuns: 200 },
    );
  });
});

test('names that were given are not given again, and keep their ids when others come', () => {
  const whole = open(['Ann Lee', 'Lee Bridge', 'Bridge', 'Ann Bridge']);
  const first = selectNames([whole], { words: ['ann', 'lee', 'saw'], known: [] });
  expect(first.known).toEqual(['ann', 'lee']);
  const growing = createGrowingNameIndex();
  growing.add(first.names as Uint8Array);
  const before = findNames('Ann Lee', growing);
  expect(growing.nameCount).toBe(1);
  const second = selectNames([whole], { words: ['bridge'], known: first.known });
  growing.add(second.names as Uint8Array);
  expect(growing.nameCount).toBe(4);
  expect(findNames('Ann Lee', growing)).toEqual(before);
  expect(selectNames([whole], { words: ['river'], known: [...first.known, ...second.known] })).toEqual({
    names: undefined,
    known: [],
  });
});

test('a page is given a small share of twenty thousand names', () => {
  const whole = open(extraNames(20_000, 3));
  const page = readPage(
    [whole],
    ['The National Council met on Monday in the city by the river. '.repeat(20)],
  );
  expect(page.nameCount).toBeGreaterThan(0);
  expect(page.nameCount).toBeLessThan(100);
});

test('of packs that claim one spelling the first has it, unless another has better evidence', () => {
  const builtIn = open(['Iris'], 'built-in');
  const imported = open([{ text: 'Iris', needs: { sentence: ['flower'] } }, 'Ann Lee'], 'imported');
  const judge = (text: string, packs: readonly NameIndex[]) => {
    const page = readPage(packs, [text]);
    return judgeMentions([{ text, matches: findNames(text, page) }], page)[0]?.map(({ entity }) => entity);
  };
  expect(judge('Iris was sold to the police.', [builtIn, imported])).toEqual(['built-in/e0']);
  expect(judge('Iris is a flower.', [builtIn, imported])).toEqual(['imported/e0']);
  const other = open(['Iris'], 'other');
  expect(judge('Iris was sold.', [other, builtIn])).toEqual(['other/e0']);
  expect(judge('Iris was sold.', [builtIn, other])).toEqual(['built-in/e0']);
});

test('what is no name index is refused, and leaves what is there', () => {
  const growing = readPage([open(['Ann Lee'])], ['Ann Lee']);
  expect(() => growing.add(new Uint8Array(40))).toThrow('no name index');
  expect(findNames('Ann Lee', growing)).toHaveLength(1);
  expect(() => growing.name(7)).toThrow('There is no name 7');
});
