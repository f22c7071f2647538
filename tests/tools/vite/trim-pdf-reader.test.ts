import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { trimPdfCode } from '../../../tools/vite/trim-pdf-reader.ts';

const { resolve } = createRequire(import.meta.url);

test.each(['pdf.mjs', 'pdf.worker.mjs'])(
  'takes all that evaluates text out of the %s that is installed',
  (name) => {
    const code = readFileSync(resolve(`pdfjs-dist/legacy/build/${name}`), 'utf8');
    expect(code).toContain("Function('return this')()");
    const trimmed = trimPdfCode(code);
    expect(trimmed).toBeDefined();
    expect(trimmed).not.toMatch(/\bimport\(|\bnew Function\b|[^.\w]Function\(|[^.\w]eval\(/);
  },
);

test.each(['const f = new Function(text);', 'eval(text);', 'await import(address);', 'x = Function(text)()'])(
  'does not let %s pass',
  (code) => {
    expect(trimPdfCode(code)).toBeUndefined();
  },
);
