import { expect, test } from 'vitest';
import { compareFound, type PageMeasurement, summarise } from '../../../tools/bench/summarise.ts';

function measured(what: string, page: string, ms: number, more: Partial<PageMeasurement> = {}) {
  return { what, page, ms, ...more } satisfies PageMeasurement;
}

test('of the repeats the fastest counts, and ratios are taken page by page', () => {
  const rows = summarise([
    measured('floor', 'a', 2),
    measured('floor', 'a', 1),
    measured('floor', 'b', 10),
    measured('scan', 'a', 4),
    measured('scan', 'a', 3),
    measured('scan', 'b', 20),
  ]);
  expect(rows).toMatchObject([
    { what: 'floor', medianToFloor: 1, p95ToFloor: 1 },
    { what: 'scan', maxMs: 20, medianToFloor: 3, p95ToFloor: 3 },
  ]);
});

test('a page whose floor failed gives no ratio, and one that failed is counted once', () => {
  const failed = { failure: 'Error: detached' };
  const rows = summarise([
    measured('floor', 'a', 1),
    measured('floor', 'b', Number.NaN, failed),
    measured('scan', 'b', 7),
    measured('scan', 'a', 2),
    measured('scan', 'c', Number.NaN, failed),
    measured('scan', 'c', Number.NaN, failed),
  ]);
  expect(rows).toMatchObject([
    { what: 'floor', failedPages: 1 },
    { what: 'scan', medianMs: 7, medianToFloor: 2, p95ToFloor: 2, failedPages: 1 },
  ]);
});

test('spellings are compared page by page, whatever their case and white space', () => {
  const found = compareFound([
    measured('scan', 'a', 1, { found: ['Gender Shades', 'NIST'] }),
    measured('scan', 'b', 1, { found: [] }),
    measured('peer', 'a', 1, { found: ['gender\n shades'] }),
    measured('peer', 'b', 1, { found: ['NIST', 'NIST'] }),
  ]);
  expect(found).toEqual([
    { what: 'scan', found: 2, missed: 0, more: 0 },
    { what: 'peer', found: 3, missed: 1, more: 1 },
  ]);
});
