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
const styles: readonly MarkStyle[] = lines.flatMap((line) =>
  weights.flatMap((weight) => tints.map((tint) => ({ line, weight, tint }))),
);

/** Style (`0-light`) to its declarations; insignificant differences between the two sheets are normalised. */
function readRules(sheet: string): Map<string, { background: string; decoration: string }> {
  const plain = sheet.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  const rules = plain.matchAll(
    /sidelight-mark(?:[^,.{]*)\.sidelight-([\w-]+) ?\{ ?background-color: ?(oklch\([^)]*\)) ?!important; ?text-decoration: ?([^!]*?) ?!important/g,
  );
  return new Map(
    [...rules].map(([, styleName = '', background = '', decoration = '']) => [
      styleName,
      { background, decoration },
    ]),
  );
}

test('in the style that Sidelight comes with, the mentions look as the file has them', () => {
  const made = readRules(makeMarkStyleSheet(defaultSettings.marks));
  const written = [...readRules(file)].filter(([styleName]) => /^\d/.test(styleName));
  expect(written).toHaveLength(18);
  for (const [styleName, declarations] of written)
    expect([styleName, made.get(styleName)]).toEqual([styleName, declarations]);
});

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
    '$line, $weight, $tint: every mark has a line, or is filled in and gives its text a colour',
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
  const sheets = styles.filter(({ line }) => line !== 'none').map(makeMarkStyleSheet);
  expect(new Set(sheets).size).toBe(sheets.length);
});

test('nothing that is stored gets into the sheet as text', () => {
  const hostile = 'red}html{display:none';
  const { marks } = readSettings({ marks: { line: hostile, weight: hostile, tint: hostile } });
  expect(marks).toEqual(defaultSettings.marks);
  for (const style of styles) expect(makeMarkStyleSheet(style)).not.toMatch(/url|@import|expression|\\/);
});
