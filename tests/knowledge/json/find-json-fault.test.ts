import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeJsonFault } from '../../../src/knowledge/json/describe-json-fault.ts';
import { findJsonFault } from '../../../src/knowledge/json/find-json-fault.ts';

test.each([
  ['a missing comma', '{"a": 1 "b": 2}', '"b"'],
  ['a comma before the end of an object', '{"a": 1,}', '}'],
  ['a comma before the end of a list', '[1,]', ']'],
  ['curly quotation marks', '{"a": “b”}', '“'],
  ['a key without quotation marks', '{a: 1}', 'a'],
  ['single quotation marks', "['a]", "'"],
  ['a line end in a text', '["a\nb"]', '\n'],
  ['an escape that there is not', '["a\\x"]', '\\x'],
  ['an escape cut short', '["\\u12"]', '\\u12'],
  ['a number with a leading zero', '[01]', '1]'],
  ['a number that ends in its point', '[1.]', '.]'],
  ['a bracket of the other kind', '{"a": [1}', '}'],
  ['a word that is none', '[undefined]', 'undefined'],
  ['two values', '{} {}', '{}'],
  ['a comment', '// no\n{}', '//'],
  ['a space that JSON does not know', '[\u00a01]', '\u00a0'],
])('%s is found at its place', (_what, text, from) => {
  expect(findJsonFault(text)).toBe(text.lastIndexOf(from));
  expect(() => JSON.parse(text)).toThrow();
});

test.each(['', '  ', '{', '{"a"', '{"a":', '["a', '[1,', '[[]', '"\\u00', '["a\\'])(
  '%j ends too early',
  (text) => {
    // The fault of a truncated escape is its beginning.
    const at = text.endsWith('\\') || text.includes('\\u') ? text.indexOf('\\') : text.length;
    expect(findJsonFault(text)).toBe(at);
  },
);

const arbitraryText = fc.oneof(
  fc.json(),
  fc
    .array(fc.constantFrom(...'{}[],:"\\', 'null', 'tru', '1', '-', '.', 'e', ' ', '\n', 'a', '\u2028'))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(',', '"', '}', ']', '\\', 'x', '', ' '))
    .map(
      ([json, at, put]) =>
        json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
    ),
);

test('finds a fault where the parser does, and in nothing else', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const at = findJsonFault(text);
      expect(at === undefined).toBe(isJson);
      expect(at ?? 0).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 5_000, seed: 20261122 },
  );
});

test('a million open brackets are no trap', () => {
  expect(findJsonFault('['.repeat(1_000_000))).toBe(1_000_000);
});

test('is reported by line and column, with whole characters and nothing that reverses the message', () => {
  expect(describeJsonFault('{\n  "a": 1,\n  😀\n}')).toEqual({
    code: 'notJson',
    values: { line: 3, column: 3, found: '😀' },
  });
  expect(describeJsonFault('\ufeff\u202e')).toEqual({
    code: 'notJson',
    values: { line: 1, column: 2, found: '[U+202E]' },
  });
  expect(describeJsonFault('[1,\n')).toEqual({ code: 'jsonCutOff', values: {} });
});
