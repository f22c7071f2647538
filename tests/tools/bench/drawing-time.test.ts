import { expect, test } from 'vitest';
import { summariseDrawing } from '../../../tools/bench/drawing-time.ts';

test('of one page the fastest visit counts, and builds are compared page by page', () => {
  const visit = (page: string, subject: string, ms: number) =>
    ({ browser: 'chromium', page, subject, ms }) as const;
  const rows = summariseDrawing([
    visit('a', 'new', 300),
    visit('a', 'old', 120),
    visit('a', 'new', 100),
    visit('b', 'new', 50),
    visit('b', 'old', 80),
    // If one build drew nothing, there is nothing to compare.
    visit('c', 'old', 900),
  ]);
  expect(rows).toEqual([
    { browser: 'chromium', subject: 'new', pages: 2, medianMs: 100, p95Ms: 100, medianLaterMs: 0 },
    { browser: 'chromium', subject: 'old', pages: 3, medianMs: 120, p95Ms: 900, medianLaterMs: 30 },
  ]);
});

test('nothing was drawn, nothing is reported', () => {
  expect(summariseDrawing([])).toEqual([]);
});
