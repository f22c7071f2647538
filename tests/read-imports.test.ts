import { expect, test } from 'vitest';
import { readImports } from './read-imports.ts';

test.each([
  ["import { a } from './a.ts';", './a.ts', false],
  ["import type { A } from './a.ts';", './a.ts', true],
  ["import {\n  a,\n  type B,\n} from '../b/a.ts';", '../b/a.ts', false],
  ["import './a.css';", './a.css', false],
  ["export { a } from './a.ts';", './a.ts', false],
  ["export type { A } from './a.ts';", './a.ts', true],
  ["const a = await import('./a.ts');", './a.ts', false],
  ["readonly trace?: import('../matching/trace.ts').Trace;", '../matching/trace.ts', true],
  ["import page from './page.iife.ts?script&iife';", './page.iife.ts?script&iife', false],
])('reads %s', (code, specifier, isTypeOnly) => {
  expect(readImports(code)).toEqual([{ specifier, isTypeOnly }]);
});

test('a string that only looks like a module is none', () => {
  expect(readImports("const from = 'a'; export const b = 'from c';")).toEqual([]);
});
