import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeJsonFault } from '../../../src/knowledge/json/describe-json-fault.ts';
import { JsonScanner } from '../../../src/knowledge/json/json-scanner.ts';

/** The offset of the first character that keeps `text` from being JSON; undefined where it is JSON. */
function findJsonFault(text: string): number | undefined {
  const scanner = new JsonScanner(text);
  let token = scanner.next();
  while (token !== 'end' && token !== 'fault') token = scanner.next();
  return token === 'fault' ? scanner.start : undefined;
}

const describeFault = (text: string) => describeJsonFault(text, findJsonFault(text) ?? 0);

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

test('is told by line and column, whole characters and nothing that turns the message around', () => {
  expect(describeFault('{\n  "a": 1,\n  😀\n}')).toEqual({
    code: 'notJson',
    values: { line: 3, column: 3, found: '😀' },
  });
  expect(describeFault('\ufeff\u202e')).toEqual({
    code: 'notJson',
    values: { line: 1, column: 2, found: '[U+202E]' },
  });
  expect(describeFault('[1,\n')).toEqual({ code: 'jsonCutOff', values: {} });
});

test('finds the tokens that the parser builds its value from', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('', ' ', '\n\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const scanner = new JsonScanner(text);
      let written = '';
      for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
        expect(token).not.toBe('fault');
        const part = text.slice(scanner.start, scanner.end);
        written += part;
        if (token === 'key' || token === 'string') expect(typeof JSON.parse(part)).toBe('string');
      }
      expect(scanner.depth).toBe(0);
      expect(written).toBe(JSON.stringify(value));
    }),
    { numRuns: 1_000 },
  );
});
