/**
 * Every surface is mirrored for right-to-left languages, so its styles use start and end instead of left and right.
 * Made to fail once by `padding-left`, by a four-sided `inset` and by an inline `left`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const projectRoot = join(import.meta.dirname, '../..');

/** Placed at coordinates computed by a script, or at the edge from which coordinates count. */
const placed = new Set([
  'src/page/interaction/card-frame.ts: inset: 0 auto auto 0 !important',
  'src/ui/card/card-styles.ts: inset: 0 auto auto 0',
]);

const physicalProperty =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|float|clear)$/;

function isPhysical(property: string, value: string): boolean {
  if (physicalProperty.test(property)) return true;
  if (property === 'text-align') return /\b(?:left|right)\b/.test(value);
  if (!/^(?:inset|margin|padding|border-(?:width|style|color|radius))$/.test(property)) return false;
  const sides = splitSides(value.replace('!important', ''));
  // A radius lists its corners from the top left: mirrored, the first two swap, and the last two.
  if (property === 'border-radius')
    return sides.length === 4 && (sides[0] !== sides[1] || sides[2] !== sides[3]);
  return sides.length === 4 && sides[1] !== sides[3];
}

/** `1px calc(2px + 1px) 0` has three. */
function splitSides(value: string): string[] {
  return value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

function findPhysical(file: string, styles: string): string[] {
  const declarations = styles
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/(?<=[{;\s])([a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])/g);
  return [...declarations]
    .filter(([, property = '', value = '']) => isPhysical(property, value))
    .map(([, property, value]) => `${file}: ${property}: ${value}`)
    .filter((found) => !placed.has(found));
}

const listFiles = (folder: string) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file}`,
  );
const styleSheets = [...listFiles('src/ui'), ...listFiles('assets')].filter((file) =>
  /styles?\.ts$|tokens\.ts$|popover\.ts$|\.css$/.test(file),
);
const components = listFiles('src/ui').filter((file) => file.endsWith('.tsx'));
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

test('styles say start and end, never left and right', () => {
  expect(styleSheets.length).toBeGreaterThan(5);
  expect(styleSheets.flatMap((file) => findPhysical(file, read(file)))).toEqual([]);
});

test('what components place themselves, they place by start and end', () => {
  const inline = components.flatMap((file) =>
    [...read(file).matchAll(/style=\{\{([^}]*)\}\}/g)]
      .filter(([, style = '']) =>
        /\b(?:left|right|marginLeft|marginRight|paddingLeft|paddingRight|textAlign)\b/.test(style),
      )
      .map(([, style]) => `${file}: ${style?.trim()}`),
  );
  expect(inline).toEqual([]);
});

test.each([
  ['.a { padding-left: 1px; }', 1],
  ['.a { border-right-color: red; }', 1],
  ['.a { text-align: left }', 1],
  ['.a { inset: 0 auto auto 50%; }', 1],
  ['.a { margin: 0 0 0 50px; }', 1],
  ['.a { padding: 1px calc(2px + 1px) 1px calc(2px + 1px); }', 0],
  ['.a { border-radius: 4px 4px 0 0; inset: auto 0 0 0; }', 0],
  ['.a { border-radius: 4px 0 0 4px; }', 1],
  ['.a { padding-inline-start: 1px; text-align: start; /* left: 0; */ }', 0],
])('in %s, %i declarations are physical', (styles, count) => {
  expect(findPhysical('a.css', styles)).toHaveLength(count);
});
