import { expect, test } from 'vitest';
import {
  addFrameCount,
  badgeText,
  countedFrames,
  type FrameCount,
} from '../../src/background/frame-counts.ts';

const frame = (frameId: number, startedAtMs: number, mentions: number, traces = 0): FrameCount => ({
  frameId,
  startedAtMs,
  mentions,
  traces,
});

test('a tab shows the sum of its frames', () => {
  const counts = [frame(0, 100, 3), frame(5, 120, 2, 1)].reduce(addFrameCount, []);
  expect(badgeText(counts)).toBe('6');
  expect(countedFrames(counts)).toEqual([0, 5]);
});

test('a frame that reports again replaces what it had reported', () => {
  const counts = [frame(0, 100, 3), frame(0, 100, 0)].reduce(addFrameCount, []);
  expect(badgeText(counts)).toBe('');
});

test('a new page in the top frame ends the frames of the one before', () => {
  const counts = [frame(0, 100, 3), frame(5, 120, 2), frame(0, 900, 1)].reduce(addFrameCount, []);
  expect(counts).toEqual([frame(0, 900, 1)]);
});

test('a frame of the new page that reports before its top frame is kept', () => {
  const counts = [frame(0, 100, 3), frame(7, 950, 2), frame(0, 900, 1)].reduce(addFrameCount, []);
  expect(badgeText(counts)).toBe('3');
});

test('frames without mentions are not asked, the top frame always is', () => {
  expect(countedFrames([frame(4, 1, 0), frame(9, 1, 0, 2)])).toEqual([0, 9]);
  expect(countedFrames([])).toEqual([0]);
});

test.each([
  [0, ''],
  [1, '1'],
  [999, '999'],
  [1000, '999+'],
])('%i mentions read "%s"', (mentions, expected) => {
  expect(badgeText([frame(0, 1, mentions)])).toBe(expected);
});
