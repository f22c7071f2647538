import { describe, expect, test, vi } from 'vitest';
import type { Name } from '../../src/knowledge/pack-schema.ts';
import { makeMayContain } from '../../src/matching/may-contain.ts';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { nameCases } from './names/name-cases.ts';

function mayContain(
  names: readonly (string | Name)[],
  text: string,
  show: 'always' | 'with-story' = 'always',
) {
  const full = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  return makeMayContain(
    openNameIndex(compileNames([{ ref: 'p/e', topic: 'p/t', show, names: full }])),
    [],
  )(text);
}

describe('a text may hold the name that is found in it', () => {
  test.each(nameCases.filter(({ found }) => found.length > 0))('$title', ({ names, text }) => {
    expect(mayContain(names, text)).toBe(true);
  });
});

test.each([
  ['a name that is not there', ['Rekognition'], 'Recognition of faces', false],
  ['where blocks run together', ['Rekognition'], 'ServicesRekognitionNIST', true],
  ['where lines of two blocks run together', ['Gender Shades'], 'a test.Gender\n   Shadesand more', true],
  ['an acronym in small letters', ['FRVT'], 'frvt', false],
  ['an acronym in its own', ['FRVT'], 'theFRVTof', true],
  ['a name shorter than the window', ['NEC'], 'a NEC b', true],
  ['one that is not there', ['NEC'], 'a nec b', false],
])('says of %s: %4$s', (_case, names, text, expected) => {
  expect(mayContain(names, text)).toBe(expected);
});

test('what is shown with a story only does not make a page worth reading', () => {
  expect(mayContain(['Amazon'], 'Amazon', 'with-story')).toBe(false);
});

const alike = (make: (n: number) => string) => Array.from({ length: 2_000 }, (_, n) => make(n));
test.each([
  ['begin alike', alike((n) => `abcd${n}x`), 'abcd'],
  ['are long and end otherwise', alike((n) => `${'ab'.repeat(90)}c${n}`), 'ab'],
  ['begin with many signs', alike((n) => `${'#'.repeat(100 + (n % 90))}ring${n}`), '#'],
  ['are short', alike((n) => n.toString(36).padStart(3, 'q')), 'q-'],
])('two thousand names that %s: each place of a text is compared a few times', (_, names, unit) => {
  const page = unit.repeat(2_000);
  const index = openNameIndex(
    compileNames([{ ref: 'p/e', topic: 'p/t', show: 'always', names: names.map((text) => ({ text })) }]),
  );
  const ask = makeMayContain(index, []);
  const spies = (['slice', 'startsWith', 'includes'] as const).map((name) =>
    vi.spyOn(String.prototype, name),
  );
  const answer = ask(page);
  const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  // Names are shortened before they are searched for: a page of only `ab` or `#` may contain one.
  expect(answer).toBe(unit === 'ab' || unit === '#');
  expect(count).toBeLessThan(41 * page.length);
  expect(ask(`${page} ${names[1_234]} x`)).toBe(true);
});
