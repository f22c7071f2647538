/**
 * Every surface takes its values from `tokens.ts`: a value of its own would drift from the others, and from dark mode.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/ui');
const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
  (file) => /\.tsx?$/.test(file) && file !== 'components/tokens.ts',
);

/** Each rule names what must come from a token; the pattern finds literals. */
const literals: readonly (readonly [string, RegExp])[] = [
  ['a colour', /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])/gi],
  ['a colour', /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(/g],
  [
    'a colour',
    /(?:color|background|border|fill|stroke|outline)[\w-]*:[^;{}]*\b(?:black|white|gr[ae]y|red|green|blue|yellow|orange|purple)\b/g,
  ],
  ['a size of type', /\bfont-size:(?!\s*(?:var\(--text-|inherit))[^;}]*/g],
  ['a size of type', /\bfont:(?![^;}]*var\(--text-)(?!\s*inherit)[^;}\n]*;/g],
  ['a size of an icon', /(?<=\s)size=\{\d[^}]*\}|\bsvg[^{}]*\{[^}]*\b(?:width|height):\s*\d[^;}]*/g],
  ['a radius', /\bborder(?:-\w+)*-radius:(?!\s*(?:var\(|0|inherit))[^;}]*/g],
  ['a duration', /\b(?:transition|animation)[\w-]*:[^;}]*\d(?:ms|s)\b/g],
  ['a shadow', /\bbox-shadow:(?!\s*(?:var\(|inset|none))[^;}]*/g],
];

function findLiterals(code: string): string[] {
  return literals.flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)].map(([found]) => `${what}: ${found}`),
  );
}

describe('values of the look', () => {
  test('are in tokens.ts alone', () => {
    expect(files.length).toBeGreaterThan(30);
    const found = files.flatMap((file) =>
      findLiterals(readFileSync(join(folder, file), 'utf8')).map(
        (literal) => `src/ui/${file} has ${literal}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test.each([
    'color: #1d4f8c;',
    'background: rgb(20 22 28 / 0.1);',
    'color: light-dark(var(--a), var(--b));',
    'border: 1px solid white;',
    'font-size: 0.9em;',
    'font: 600 11px var(--font);',
    '<Copy size={16} aria-hidden="true" />',
    '.card-nav svg { flex: none; width: 14px; }',
    'border-radius: 99px;',
    'border-top-left-radius: 4px;',
    'transition: opacity 120ms;',
    'box-shadow: 0 1px 2px var(--ink);',
  ])('are told: %s', (style) => {
    expect(findLiterals(style)).not.toEqual([]);
  });

  test.each([
    'color: var(--ink);',
    'background: color-mix(in oklab, var(--ink) 8%, transparent);',
    'font: 650 var(--text-small) / 1.3 var(--font);',
    'font: inherit;',
    'border-radius: var(--radius) var(--radius) 0 0;',
    'animation: appear var(--motion);',
    'box-shadow: inset 0 0 0 2px var(--ink);',
    "location.hash = '#/entity/pack/id'",
  ])('may be used: %s', (style) => {
    expect(findLiterals(style)).toEqual([]);
  });
});
