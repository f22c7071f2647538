import { expect, test } from 'vitest';
import { baseline, type CostVisit, summariseAdded } from '../../../tools/bench/added-cost.ts';

function visit(
  page: string,
  subject: string,
  [scriptMs, taskMs, heapBytes]: readonly [number | undefined, number, number],
  marks = 0,
  browser: CostVisit['browser'] = 'chromium',
): CostVisit {
  return { browser, page, subject, cost: { scriptMs, taskMs, heapBytes }, marks };
}

test('what is added is the difference page by page, of the cheapest visit for each quantity', () => {
  const rows = summariseAdded(
    [
      visit('a', baseline, [1, 100, 1e6]),
      visit('a', baseline, [2, 90, 1e6]),
      visit('a', 'own', [9, 120, 1.5e6]),
      visit('a', 'own', [6, 130, 1.4e6]),
      visit('b', baseline, [0, 1_000, 5e6]),
      visit('b', 'own', [3, 1_010, 5.2e6]),
      visit('c', baseline, [0, 10, 1e6]),
      visit('c', 'own', [2, 15, 1.1e6]),
    ],
    'own',
  );
  expect(rows).toEqual([
    {
      browser: 'chromium',
      subject: 'own',
      pages: 'nothing to show',
      count: 3,
      scriptMedianMs: 3,
      scriptP95Ms: 5,
      taskMedianMs: 10,
      taskP95Ms: 30,
      heapMedianMB: 0.2,
      heapP95MB: 0.4,
      worstPage: 'a',
    },
  ]);
});

test('pages are classified by the marks of one subject, for all subjects', () => {
  const rows = summariseAdded(
    [
      ...['marked', 'bare'].map((page) => visit(page, baseline, [0, 10, 0])),
      ...['marked', 'bare'].map((page) => visit(page, 'empty', [1, 11, 0])),
      visit('marked', 'own', [5, 20, 0], 2),
      visit('bare', 'own', [3, 15, 0]),
    ],
    'own',
  );
  expect(rows.map(({ subject, pages, scriptMedianMs }) => [subject, pages, scriptMedianMs])).toEqual([
    ['empty', 'nothing to show', 1],
    ['own', 'nothing to show', 3],
    ['empty', 'with marks', 1],
    ['own', 'with marks', 5],
  ]);
});

test('a page without a baseline is left out, and browsers are never mixed', () => {
  const rows = summariseAdded(
    [
      visit('a', baseline, [undefined, 10, 0], 0, 'firefox'),
      visit('a', 'own', [undefined, 14, 0], 0, 'firefox'),
      visit('a', 'own', [4, 9_000, 0]),
    ],
    'own',
  );
  expect(rows).toMatchObject([
    { browser: 'firefox', count: 1, taskMedianMs: 4, scriptMedianMs: undefined, scriptP95Ms: undefined },
  ]);
});
