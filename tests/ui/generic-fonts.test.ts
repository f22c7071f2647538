/**
 * Content in pages names no font: a page's `@font-face` of the same name would draw it, even in closed roots, and could
 * draw other words than a quotation has. Made to fail once by `Georgia, serif` in tokens.ts and by `font-family` in
 * marks.css.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontFamilies } from '../../src/ui/components/tokens.ts';

const projectRoot = join(import.meta.dirname, '../..');

/** Those that both browsers treat as keywords; an unknown one (`ui-serif` in Firefox) is a name like any other. */
const genericFamilies = ['serif', 'sans-serif', 'monospace', 'system-ui'];

/** Other values of a family: defined elsewhere, or inherited. */
const elsewhere = /^(?:inherit|var\(--font(?:-quote)?\)|\$\{(?:fontFamilies\.)?(?:text|quote)\})$/;

const listFiles = (folder: string) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file}`,
  );
/** The demonstration is a page of its own, into which the extension puts only what goes into any page. */
const files = [...listFiles('src'), ...listFiles('assets')].filter(
  (file) => /\.(?:tsx?|css|html)$/.test(file) && !file.startsWith('assets/demo/'),
);

/** Each family named by a declaration, an attribute or a canvas's font. */
function findNamedFamilies(code: string): string[] {
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const lists = [
    ...withoutComments.matchAll(
      /(?:--font(?:-\w+)?|font-?family)['"]?\s*[:=]\s*\{?((?:\$\{[\w.]+\}|[^;}\n])+)/gi,
    ),
    // The families of a shorthand follow the size and the line height.
    ...withoutComments.matchAll(
      /(?:\bfont\s*:|`\d+ )[^;}\n`]*?(?:\d(?:px|r?em)|var\(--text-[\w-]+\)(?:, 7vw\))?)(?:\s*\/\s*(?:[\d.]+|var\([\w-]+\)))?\s+((?:\$\{[\w.]+\}|[^;}\n`])+)/g,
    ),
  ].map(([, list = '']) => list);
  const surfaces = [...withoutComments.matchAll(/@font-face|new FontFace/g)].map(([surface]) => surface);
  const families = lists
    .flatMap((list) => list.split(','))
    .map((family) => family.replace(/!important|['"`]/g, '').trim())
    .filter((family) => family !== '');
  return [
    ...surfaces,
    ...families.filter((family) => !genericFamilies.includes(family) && !elsewhere.test(family)),
  ];
}

test('the families of the interface are generic', () => {
  for (const families of Object.values(fontFamilies))
    for (const family of families.split(', ')) expect(genericFamilies).toContain(family);
});

test('no style names a font', () => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    findNamedFamilies(readFileSync(join(projectRoot, file), 'utf8')).map((family) => `${file}: ${family}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['.a { font-family: Georgia, serif; }', ['Georgia']],
  ['--font-quote: "Times New Roman", serif;', ['Times New Roman']],
  ['.a { font: 400 var(--text-body) / 1.4 ui-serif; }', ['ui-serif']],
  ['.a { font: italic 12px/1.5 Arial, sans-serif !important; }', ['Arial']],
  ['canvas.font = `400 12px Georgia`', ['Georgia']],
  ["{ 'font-family': 'Arial' }", ['Arial']],
  ['<text font-family="Arial">', ['Arial>']],
  ['<text fontFamily={Arial}>', ['Arial']],
  ['@font-face { src: url(a.woff2); }', ['@font-face']],
  ['.a { font: 650 min(var(--text-heading), 7vw) / var(--line-tight) var(--font); }', []],
  ['.a { font: inherit; font-family: monospace; } /* font-family: Georgia; */', []],
])('in %s there are these names: %j', (code, names) => {
  expect(findNamedFamilies(code)).toEqual(names);
});
