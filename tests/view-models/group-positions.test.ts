import { expect, test } from 'vitest';
import type { CitedSource } from '../../src/view-models/card-content.ts';
import { countOutlets, groupPositions, mainYear } from '../../src/view-models/group-positions.ts';
import type { OrderedPosition } from '../../src/view-models/order-claims.ts';

function source(id: string, outlet: string, day: string, rewordedFrom?: string): CitedSource {
  return { id, outlet, date: { value: day, precision: 'day' }, ...(rewordedFrom && { rewordedFrom }) };
}
const daily = source('daily', 'Daily', '2020-06-10');
const later = source('daily-later', 'daily', '2021-05-18');
const weekly = source('weekly', 'Weekly', '2019-04-03');
const copy = source('copy', 'Weekly (altered copy)', '2020-06-11', 'a story of the Weekly');

function position(
  of: CitedSource,
  stance: OrderedPosition['stance'],
  more: Partial<OrderedPosition> = {},
): OrderedPosition {
  return { source: of, stance, evidence: [], ...more };
}

function shape(positions: readonly OrderedPosition[]): unknown {
  return groupPositions(positions).map(({ stance, sources }) => [
    stance,
    ...sources.map(({ source: { id }, positions: own }) => [id, own.length]),
  ]);
}

test('each stance once, in order, with each of its sources once', () => {
  const positions = [
    position(daily, 'says'),
    position(weekly, 'says'),
    position(daily, 'says', { voice: 'Acme' }),
    position(daily, 'says-otherwise'),
    position(later, 'says-otherwise'),
  ];
  expect(shape(positions)).toEqual([
    ['says', ['daily', 2], ['weekly', 1]],
    ['says-otherwise', ['daily', 1], ['daily-later', 1]],
  ]);
});

test('an altered copy is never first: not in its stance, and not by its stance', () => {
  expect(shape([position(copy, 'says'), position(daily, 'says')])).toEqual([
    ['says', ['daily', 1], ['copy', 1]],
  ]);
  expect(shape([position(copy, 'says'), position(daily, 'says-in-part')])).toEqual([
    ['says-in-part', ['daily', 1]],
    ['says', ['copy', 1]],
  ]);
});

test('outlets count once each however they are spelled, and altered copies never', () => {
  expect(countOutlets([daily, later, copy].map((one) => position(one, 'says')))).toBe(1);
  expect(countOutlets([daily, weekly].map((one) => position(one, 'says')))).toBe(2);
  expect(countOutlets([])).toBe(0);
});

test('the main year is that of most sources, each counted once, and the earlier of two', () => {
  const said = (of: CitedSource) => position(of, 'says');
  expect(mainYear([daily, copy, later].map(said))).toBe('2020');
  expect(mainYear([said(later), said(later), said(weekly)])).toBe('2019');
  expect(mainYear([])).toBeUndefined();
});
