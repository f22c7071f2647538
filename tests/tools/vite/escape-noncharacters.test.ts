import { expect, test } from 'vitest';
import { escapeNoncharacters } from '../../../tools/vite/escape-noncharacters.ts';

const noncharacter = String.fromCharCode(0xffff);
const half = String.fromCharCode(0xd83d);

test.each([
  ['a string', `'${noncharacter}'`, "'\\uffff'"],
  ['a template', `\`${noncharacter}\``, '`\\uffff`'],
  ['an expression', `/[${noncharacter}a]/`, '/[\\uffffa]/'],
  ['a further plane', `'${String.fromCodePoint(0x1fffe)}'`, "'\\ud83f\\udffe'"],
  ['half of a pair', `'${half}'`, "'\\ud83d'"],
])('what Chromium refuses is escaped in %s, and means the same', (_case, code, escaped) => {
  expect(escapeNoncharacters(code)).toBe(escaped);
  // biome-ignore lint/security/noGlobalEval: the language itself must read both spellings alike
  expect(String(eval(escaped))).toBe(escaped.startsWith('/') ? escaped : String(eval(code)));
});

test('whole pairs, letters and everything else stay', () => {
  const code = "const a = '😀 é “quote” \u00a0'; /[\\u{1F600}]/u";
  expect(escapeNoncharacters(code)).toBe(code);
});
