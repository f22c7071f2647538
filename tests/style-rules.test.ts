/** What `.stylelintrc.mjs` forbids and allows, and the same for what components say of their look in code. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stylelint from 'stylelint';
import { describe, expect, test } from 'vitest';

const projectRoot = join(import.meta.dirname, '..');

/** The rules that a style sheet breaks, by their names. */
async function findBroken(code: string, file: string): Promise<string[]> {
  const { results } = await stylelint.lint({ code, codeFilename: join(projectRoot, file), cwd: projectRoot });
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
}

describe('style sheets', () => {
  test.each([
    ['src/ui', 'padding-left: 1px'],
    ['src/ui', 'border-right-color: var(--ink)'],
    ['src/ui', 'left: 0'],
    ['src/ui', 'text-align: left'],
    ['src/ui', 'float: right'],
    ['src/ui', 'inset: 0 auto auto 50%'],
    ['src/ui', 'margin: 0 0 0 50px'],
    ['src/ui', 'border-radius: var(--radius) 0 0 var(--radius)'],
    ['src/ui', 'color: #1d4f8c'],
    ['src/ui', 'background: rgb(20 22 28 / 0.1)'],
    ['src/ui', 'color: light-dark(var(--ink), var(--surface))'],
    ['src/ui', 'color: var(--inc)'],
    ['src/ui', 'border: 1px solid white'],
    ['src/ui', 'font-size: 0.9em'],
    ['src/ui', 'font: 600 11px var(--font)'],
    ['src/ui', 'border-radius: 99px'],
    ['src/ui', 'border-start-start-radius: 4px'],
    ['src/ui', 'padding: 5px 12px'],
    ['src/ui', 'margin-block-start: -4px'],
    ['src/ui', 'transition: opacity 120ms'],
    ['src/ui', 'animation: appear var(--motion)'],
    ['src/ui', 'box-shadow: 0 1px 2px var(--ink)'],
    ['src/ui', 'font-family: serif'],
    ['src/ui', 'font-family: Georgia, serif'],
    ['src/ui', '--font-quote: "Times New Roman", serif'],
    ['src/page', 'font-family: Georgia, serif'],
    ['src/page', 'font: italic 12px/1.5 Arial, sans-serif'],
    ['src/page', 'font: 12px Arial serif'],
    ['src/page', 'font: 400 12px / 1.4 ui-serif'],
    ['src/page', 'margin-right: 1px'],
    ['assets', 'font-family: Arial'],
  ])('of %s may not say %s', async (folder, declaration) => {
    expect(await findBroken(`a { ${declaration}; }`, `${folder}/a.css`)).toHaveLength(1);
  });

  test.each([
    ['src/ui', 'padding: 1px calc(2px + 4px) 1px; padding-inline-start: 1px; margin-top: 2px'],
    ['src/ui', 'border-radius: var(--radius) var(--radius) 0 0; inset: auto 0 0; top: 0; text-align: start'],
    ['src/ui', 'color: var(--ink); background: color-mix(in oklab, var(--ink) 8%, transparent)'],
    ['src/ui', 'border: 1px solid currentcolor; outline-color: CanvasText'],
    ['src/ui', 'font: 650 min(var(--text-heading), 7vw) / var(--line-tight) var(--font)'],
    ['src/ui', 'font: inherit; font-family: var(--font-quote)'],
    ['src/ui', 'transition: opacity var(--motion); box-shadow: inset 0 0 0 2px var(--ink)'],
    ['src/page', 'font: 15px / 1.4 system-ui, sans-serif; color: #17324d'],
  ])('of %s may say %s', async (folder, declarations) => {
    expect(await findBroken(`a { ${declarations}; }`, `${folder}/a.css`)).toEqual([]);
  });

  test('bring no font', async () => {
    expect(
      await findBroken('@font-face { font-family: serif; src: url("a.woff2"); }', 'src/page/a.css'),
    ).toEqual(['at-rule-disallowed-list']);
  });

  test('give no icon a size of its own', async () => {
    expect(await findBroken('.nav svg { width: 14px; }', 'src/ui/a.css')).toEqual([
      'rule-selector-property-disallowed-list',
    ]);
  });
});

describe('code', () => {
  const files = execFileSync(
    'git',
    ['ls-files', 'src/**/*.ts', 'src/**/*.tsx', 'src/**/*.html', 'assets/**/*.svg'],
    {
      cwd: projectRoot,
      encoding: 'utf8',
    },
  )
    .trim()
    .split('\n');
  const findIn = (pattern: RegExp, code: string) =>
    [...code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(pattern)].map(([found]) => found);
  const findAll = (pattern: RegExp, folder = '') =>
    files
      .filter((file) => file.startsWith(folder))
      .flatMap((file) =>
        findIn(pattern, readFileSync(join(projectRoot, file), 'utf8')).map((found) => `${file}: ${found}`),
      );

  /** An attribute, a style's property or a canvas's font: a page's `@font-face` may define any name that is not generic. */
  const fonts = /font-?family\W|\bfont['"]?\s*[:=]|@font-face|\bFontFace\b/gi;
  const sides =
    /(?<=style=\{\{[^}]*)\b(?:left|right|(?:margin|padding|border)(?:Left|Right)\w*|float|textAlign)\b/g;
  const colors = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])|\b(?:rgba?|hsla?|oklch|light-dark)\(/gi;
  const iconSizes = /(?<=\s)size=\{\d[^}]*\}/g;

  test('names no font', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(findAll(fonts)).toEqual([]);
  });

  test('of surfaces places nothing to the left or right, and has no colours and no sizes of icons', () => {
    for (const pattern of [sides, colors, iconSizes]) expect(findAll(pattern, 'src/ui/')).toEqual([]);
  });

  test.each([
    [fonts, 'canvas.font = `400 12px Georgia`'],
    [fonts, "{ 'font-family': 'Arial' }"],
    [fonts, '<text fontFamily={name}>'],
    [fonts, 'new FontFace(name, url)'],
    [sides, '<p style={{ top: 0, left: x }}>'],
    [sides, '<p style={{ marginLeft: x }}>'],
    [colors, "'#1d4f8c'"],
    [iconSizes, '<Copy size={16} aria-hidden="true" />'],
  ])('%o finds %s', (pattern, code) => {
    expect(findIn(pattern, code)).toHaveLength(1);
  });
});
