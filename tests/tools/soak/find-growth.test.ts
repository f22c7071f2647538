import { expect, test } from 'vitest';
import { findGrowth } from '../../../tools/soak/find-growth.ts';

const measured = (pages: readonly number[]) => pages.map((page) => ({ page, background: undefined }));

test.each<[title: string, pages: number[], grown: string[]]>([
  ['is flat', [4, 5, 5.1, 4.9, 5, 5.2, 5.1, 5, 5.1], []],
  ['grows only in its first tenth', [1, 9, 9.1, 9, 9, 8.9, 9, 9.1, 9], []],
  ['has one high measurement', [5, 5, 5, 5, 5, 5, 5, 50, 5], []],
  ['grows to the end', [5, 5, 5, 5.5, 6, 6.5, 7, 7.5, 8], ['memory of the page grew from 5.0 to 7.5 MB']],
])('memory that %s', (_title, pages, grown) => {
  expect(findGrowth(measured(pages), 'chromium')).toEqual(grown);
});
