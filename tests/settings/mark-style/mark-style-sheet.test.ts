import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { makeMarkStyleSheet, resolveStyles } from '../../../src/settings/mark-style/mark-style-sheet.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { defaultSettings, type MarkStyle } from '../../../src/settings/settings.ts';

const file = readFileSync(path.join(import.meta.dirname, '../../../assets/marks.css'), 'utf8');

const lines = ['varied', 'dotted', 'dashed', 'solid', 'none'] as const;
const weights = ['soft', 'fine', 'bold'] as const;
const tints = ['none', 'faint', 'strong'] as const;
const styles: readonly MarkStyle[] = [false, true].flatMap((usesTopicColors) =>
  lines.flatMap((line) =>
    weights.flatMap((weight) => tints.map((tint) => ({ usesTopicColors, line, weight, tint }))),
  ),
);

/** Style (`0-light`) to its declarations; insignificant differences between the two sheets are normalised. */
function readRules(sheet: string): Map<string, { background: string; decoration: string }> {
  const plain = sheet.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  const rules = plain.matchAll(
    /sidelight-mark(?:[^,.{]*)\.sidelight-([\w-]+) ?\{ ?(?:background-color: ?(oklch\([^)]*\)) ?!important; ?)?text-decoration: ?([^!]*?) ?!important/g,
  );
  return new Map(
    [...rules].map(([, styleName = '', background = '', decoration = '']) => [
      styleName,
      { background: / 0\)$/.test(background) ? '' : background, decoration },
    ]),
  );
}

test('in the style that Sidelight comes with, marks look as the file has them', () => {
  const written = readRules(file);
  expect([...written.keys()].sort()).toEqual(
    ['8', 'altered', 'kept', 'trace'].flatMap((name) => [`${name}-dark`, `${name}-light`]),
  );
  expect(readRules(makeMarkStyleSheet(defaultSettings.marks))).toEqual(written);
});

test.each(styles)('quotations differ by line from each other and from names ($line, $weight)', (style) => {
  const decorations = [...readRules(makeMarkStyleSheet({ ...style, usesTopicColors: false }))]
    .filter(([name]) => name.endsWith('-light'))
    .map(([, { decoration }]) => /^underline \w+ [\d.]+px/.exec(decoration)?.[0] ?? decoration);
  expect(new Set(decorations).size).toBe(4);
});

test('with topic colours there is a look for each of them, neighbours by line as well', () => {
  const made = readRules(
    makeMarkStyleSheet({ ...defaultSettings.marks, usesTopicColors: true, line: 'varied' }),
  );
  const topics = [...made].filter(([styleName]) => /^\d-light/.test(styleName));
  expect(topics).toHaveLength(9);
  expect(new Set(topics.map(([, { decoration }]) => decoration)).size).toBe(9);
  expect(topics.slice(0, 3).map(([, { decoration }]) => /dotted|dashed/.exec(decoration)?.[0])).toEqual([
    'dotted',
    'dashed',
    'dotted',
  ]);
});

test.each(styles)(
  'headings have no tint, but keep a fill, which is the whole mark ($line, $tint)',
  (style) => {
    const untinted = /:is\(h1[^{]*sidelight-8-light[^{]*\{background-color:transparent!important\}/;
    expect(untinted.test(makeMarkStyleSheet(style))).toBe(style.tint !== 'none' && style.line !== 'none');
  },
);

test.each(['trace-light', 'trace-dark', 'altered-light', 'altered-dark'])(
  '%s keeps the line that the file gives it',
  (styleName) => {
    const written = readRules(file).get(styleName)?.decoration;
    expect(written).toBeTruthy();
    for (const style of styles.filter(({ weight }) => weight === 'fine')) {
      expect(readRules(makeMarkStyleSheet(style)).get(styleName)?.decoration).toBe(written);
    }
  },
);

describe.each(['light', 'dark'] as const)('on %s ground', (colorScheme) => {
  it.each(styles)(
    '$line, $weight, $tint, topic colours $usesTopicColors: every mark has a line, or is filled in and gives its text a colour',
    (style) => {
      const looks = resolveStyles(style, colorScheme);
      expect(looks).not.toEqual([]);
      for (const { line, text, background } of looks) {
        expect(line !== null || (text !== null && background.alpha === 1)).toBe(true);
      }
    },
  );
});

test('no two styles make the same sheet, but for the fills, which have no tint of their own', () => {
  // Without topic colours there is nothing to vary.
  const apart = styles.filter(
    ({ line, usesTopicColors }) => line !== 'none' && (usesTopicColors || line !== 'varied'),
  );
  const sheets = apart.map(makeMarkStyleSheet);
  expect(new Set(sheets).size).toBe(apart.length);
});

test('nothing that is stored gets into the sheet as text', () => {
  const hostile = 'red}html{display:none';
  const { marks } = readSettings({ marks: { line: hostile, weight: hostile, tint: hostile } });
  expect(marks).toEqual(defaultSettings.marks);
  for (const style of styles) expect(makeMarkStyleSheet(style)).not.toMatch(/url|@import|expression|\\/);
});
