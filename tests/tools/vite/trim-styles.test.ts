import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trimStyleSheet } from '../../../tools/vite/trim-styles.ts';

test('comments, indentation and spaces beside braces go; selectors, values and what is put in stay', () => {
  const code = `/** Of a face. */
export const styles = \`
  /* Why it is so. */
  h1, a :is(b) > c { \${tokens} margin: 0 auto; }
  @media print { h1::after { content: ' – '; } }
\`;`;
  expect(trimStyleSheet(code)).toBe(`
export const styles = \`
h1, a :is(b) > c{\${tokens} margin: 0 auto}
@media print{h1::after{content: ' – '}}
\`;`);
});

const folder = join(import.meta.dirname, '../../../src/ui');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?:-styles|tokens)\.ts$/.test(file),
);

test.each(files)('%s holds the signs of a comment only where one is', (file) => {
  const code = readFileSync(join(folder, file), 'utf8');
  const left = code.replace(/^ *\/\*(?:(?!\*\/)[\s\S])*\*\/$/gm, '');
  expect(left).not.toMatch(/\/\*|\*\//);
});
