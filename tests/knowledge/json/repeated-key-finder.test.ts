import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonScanner } from '../../../src/knowledge/json/json-scanner.ts';
import { RepeatedKeyFinder } from '../../../src/knowledge/json/repeated-key-finder.ts';

function readAll(text: string): RepeatedKeyFinder {
  const scanner = new JsonScanner(text);
  const finder = new RepeatedKeyFinder(text);
  for (let token = scanner.next(); token !== 'end' && token !== 'fault'; token = scanner.next())
    finder.take(token, scanner);
  return finder;
}

const findRepeatedKey = (text: string) => readAll(text).found;

test.each([
  ['in the outermost object', '{"a":1,"a":2}', 'a', 'a'],
  [
    'in an object of a list, which goes by its id',
    '{"entities":[{"id":"ibm","title":"I","title":"B"}]}',
    'entities[ibm].title',
    'title',
  ],
  [
    'in an object of a list before it says its id',
    '{"entities":[{},{"title":"I","title":"B","id":"ibm"}]}',
    'entities[1].title',
    'title',
  ],
  ['an id itself', '[{"id":"a","id":"b"}]', '[a].id', 'id'],
  ['a whole list', '{"id":"p","entities":[{"id":"a"}],"entities":[]}', 'entities', 'entities'],
  ['deep down', '{"a":[[{"b":{"c":null,"d":[],"c":[]}}]]}', 'a[0][0].b.c', 'c'],
  ['written with an escape the second time', '{"id":1,"\\u0069d":2}', 'id', 'id'],
  ['written with a quotation mark inside', '{"a\\"b":1,"a\\"b":2}', 'a"b', 'a"b'],
  ['an empty key', '{"":1,"":2}', '', ''],
  ['a key that objects inherit', '{"__proto__":1,"__proto__":2}', '__proto__', '__proto__'],
  ['after an object that is closed', '{"a":{"b":1},"c":[{"b":1},{"b":1}],"a":2}', 'a', 'a'],
  ['with white space and a byte order mark', '\ufeff{ "a" : 1 ,\n "a" : 2 }', 'a', 'a'],
])('a key given twice %s is found with its place', (_where, text, path, key) => {
  expect(findRepeatedKey(text)).toMatchObject({ path, key });
  expect(text.slice(findRepeatedKey(text)?.at)).toMatch(/^"/);
});

test.each([
  ['the same key in two objects', '[{"a":1},{"a":2},{"a":{"a":{"a":3}}}]'],
  ['a key that is a value, too', '{"a":"a","b":"a","c":["a","a"]}'],
  ['a text that looks like an object', '{"a":"{\\"b\\":1,\\"b\\":2}","c":"\\\\"}'],
  ['keys that objects inherit', '{"constructor":1,"toString":2}'],
  ['no object', '"a"'],
  ['nothing', ''],
])('%s is no key given twice', (_what, text) => {
  expect(findRepeatedKey(text)).toBeUndefined();
});

test('no JSON that was written from a value has one; with one field of any of its objects written again, it is found', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(), fc.boolean(), (value, place, isEscaped) => {
      const text = JSON.stringify(value);
      expect(findRepeatedKey(text)).toBeUndefined();
      const objects = listObjects(value);
      const chosen = objects[place % Math.max(1, objects.length)];
      if (chosen === undefined) return;
      const keys = Object.keys(chosen);
      const key = keys[place % keys.length] as string;
      // Replaces one value by a unique mark, which then becomes the same value followed by the repeated key.
      const mark = '\u0001planted\u0001';
      const former = Object.getOwnPropertyDescriptor(chosen, key)?.value as unknown;
      Object.defineProperty(chosen, key, {
        value: mark,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      const again = isEscaped ? escapeAll(key) : JSON.stringify(key);
      const planted = JSON.stringify(value).replace(
        JSON.stringify(mark),
        () => `${JSON.stringify(former)} , ${again}:0`,
      );
      expect(findRepeatedKey(planted)).toMatchObject({ key, at: planted.indexOf(`, ${again}:0`) + 2 });
    }),
    { numRuns: 2_000 },
  );
});

function listObjects(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(listObjects);
  return Array.isArray(value) || Object.keys(value).length === 0 ? inside : [value, ...inside];
}

function escapeAll(key: string): string {
  const units = Array.from({ length: key.length }, (_, i) => key.charCodeAt(i).toString(16).padStart(4, '0'));
  return `"${units.map((unit) => `\\u${unit}`).join('')}"`;
}

test('the line of the second one is reported, and invisible characters are spelled out', () => {
  expect(readAll('{\n"\u202ea": 1,\n\n"\u202ea": 2\n}').describe('a.json')).toEqual({
    file: 'a.json',
    path: '[U+202E]a',
    code: 'repeatedKey',
    values: { field: '[U+202E]a', line: 4 },
  });
});
