import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readColor } from '../../../src/page/dom/read-color.ts';
import { neutralColor, slotOfColor, styleNameOf } from '../../../src/page/highlighting/palette.ts';

import type { ColorScheme } from '../../../src/settings/mark-style/color-arithmetic.ts';

const styles = readFileSync(path.join(import.meta.dirname, '../../../assets/marks.css'), 'utf8');

describe('the slot for a topic’s colour', () => {
  it.each([
    ['#d62828', 0],
    ['#e07b00', 1],
    ['#2f8f2f', 3],
    ['#1a6fb0', 5],
    ['#7a3fb0', 6],
    ['#777777', 8],
    ['red', 8],
    ['', 8],
  ])('of %s is %i', (color, slot) => {
    expect(slotOfColor(color)).toBe(slot);
  });
});

describe('the style sheet', () => {
  const styleNames = [slotOfColor(neutralColor), 'trace' as const, 'kept' as const, 'altered' as const];
  const colorSchemes: ColorScheme[] = ['light', 'dark'];

  it.each(
    styleNames.flatMap((styleName) => colorSchemes.map((colorScheme) => [styleName, colorScheme] as const)),
  )('has a rule for %s on %s ground', (styleName, colorScheme) => {
    expect(styles).toContain(`::highlight(sidelight-${styleNameOf(styleName, colorScheme)})`);
    expect(styles).toContain(`sidelight-mark.sidelight-${styleNameOf(styleName, colorScheme)}`);
  });

  it('says nothing outside of the screen, so that print has no marks', () => {
    const rest = styles
      .replace(/\/\*.*?\*\//gs, '')
      .split('@media')
      .filter((part) => part.trim() !== '');
    expect(rest.every((part) => part.trim().startsWith('screen'))).toBe(true);
  });

  it('distinguishes styles by line and not by colour alone', () => {
    const lines = [...styles.matchAll(/underline (\w+)/g)].map((match) => match[1]);
    expect(new Set(lines)).toEqual(new Set(['dotted', 'double', 'dashed', 'wavy']));
  });
});

describe('the brightness of a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(srgb 1 1 1 / 0.5)', 1, 0.5],
    ['oklch(1 0 0)', 1, 1],
    ['lab(100 0 0)', 1, 1],
  ])('%s is %d at opacity %d', (color, value, alpha) => {
    expect(readColor(color)?.value).toBeCloseTo(value, 2);
    expect(readColor(color)?.alpha).toBeCloseTo(alpha, 2);
  });

  it('is unknown for what is no colour', () => {
    expect(readColor('none')).toBeUndefined();
  });
});
