import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listStyleNames } from '../../../src/page/highlighting/palette.ts';
import { makeNames, nameStyles, plainNames } from '../../../src/settings/mark-style/mark-names.ts';
import { makeMarkStyleSheet } from '../../../src/settings/mark-style/mark-style-sheet.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';

const file = readFileSync(path.join(import.meta.dirname, '../../../assets/marks.css'), 'utf8');
const nameSeed = 'abcdefghijklmnop';
const nameOf = makeNames(nameSeed);

test('everything that a page can be shown has a name of its own, which no custom element can have', () => {
  const names = [...listStyleNames(), 'mark', 'shown', 'none'].map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-p]{16}[a-z0-9]$/);
  expect(() => nameOf('card')).toThrow('card');
});

test('the style sheets of one document hold its names alone, and are else the same', () => {
  for (const sheet of [file.replace(/\/\*.*?\*\//gs, ''), makeMarkStyleSheet(defaultSettings.marks)]) {
    const named = nameStyles(sheet, nameOf);
    expect(named).not.toContain('sidelight');
    expect(named.split(nameSeed).length).toBe(sheet.split('sidelight-').length);
    expect(nameStyles(sheet, plainNames)).toBe(sheet);
  }
});
