import { describe, expect, test } from 'vitest';
import {
  colorSchemeOn,
  measureMarkContrast,
  minMarkContrast,
  minTextContrast,
} from '../../../src/settings/mark-style/mark-contrast.ts';
import { defaultSettings, type MarkStyle } from '../../../src/settings/settings.ts';

const fine: MarkStyle = defaultSettings.marks;
const backgrounds = [
  ['#ffffff', '#1b1d21'],
  ['#121212', '#e8e9ec'],
] as const;

describe.each(backgrounds)('on %s', (background, text) => {
  test.each<MarkStyle>([
    fine,
    { ...fine, line: 'solid', tint: 'strong' },
    { ...fine, line: 'dashed', tint: 'none' },
    { ...fine, line: 'none' },
    { usesTopicColors: false, line: 'dotted', weight: 'bold', tint: 'strong' },
    { usesTopicColors: true, line: 'varied', weight: 'fine', tint: 'faint' },
  ])('%j is seen, and the text on it is read', (style) => {
    const { mark, text: onMark } = measureMarkContrast(style, background, text);
    expect(mark).toBeGreaterThanOrEqual(minMarkContrast);
    expect(onMark).toBeGreaterThanOrEqual(minTextContrast);
  });
});

test.each<[string, MarkStyle, string]>([
  ['a soft line on white', { ...fine, weight: 'soft' }, '#ffffff'],
  ['a fill on grey', { ...fine, line: 'none' }, '#a0a0a0'],
  ['a fine line on grey', fine, '#8a8a8a'],
])('%s is called hard to see', (_case, style, background) => {
  expect(measureMarkContrast(style, background, '#000000').mark).toBeLessThan(minMarkContrast);
});

test('grey text on a strong tint is called hard to read', () => {
  const style: MarkStyle = { ...fine, tint: 'strong' };
  expect(measureMarkContrast(style, '#ffffff', '#767676').text).toBeLessThan(minTextContrast);
});

// Without tint, the text's ratio is that of the page itself, for which the standard's own figures are known.
test.each([
  ['#000000', 21],
  ['#767676', 4.54],
  ['#ff0000', 3.998],
  ['#ffffff', 1],
])('%s on white has the contrast that WCAG gives it, %d', (text, ratio) => {
  const bare: MarkStyle = { ...fine, tint: 'none' };
  expect(measureMarkContrast(bare, '#ffffff', text).text).toBeCloseTo(ratio, 2);
});

test.each([
  ['#ffffff', 'light'],
  ['#f4ecd8', 'light'],
  ['#121212', 'dark'],
  ['#5a5a5a', 'dark'],
])('%s is a %s ground', (background, colorScheme) => {
  expect(colorSchemeOn(background)).toBe(colorScheme);
});
