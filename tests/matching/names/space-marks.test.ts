import { expect, test } from 'vitest';
import { SpacedMarks } from '../../../src/matching/names/space-marks.ts';

const at = (start: number, sentence = 0) => ({
  start,
  end: start + 10,
  firstSentence: sentence,
  lastSentence: sentence,
});

/** Adds those of the places for which there is room. */
function place(...starts: readonly number[]): number[] {
  const marks = new SpacedMarks();
  return starts.filter((start) => {
    const hasRoom = marks.hasRoom(at(start, start));
    if (hasRoom) marks.add(at(start, start));
    return hasRoom;
  });
}

test('three marks may be neighbours, four take up the text of one', () => {
  expect(place(0, 60, 120)).toEqual([0, 60, 120]);
  expect(place(0, 60, 120, 180)).toEqual([0, 60, 120]);
  expect(place(0, 60, 120, 230)).toEqual([0, 60, 120, 230]);
});

test('a row of many has one mark in some 35 words, in whatever order they come', () => {
  const starts = Array.from({ length: 100 }, (_, number) => number * 50);
  const mixed = starts.map((_, number) => ((number * 37) % 100) * 50);
  for (const order of [starts, starts.toReversed(), mixed]) {
    const placed = place(...order).sort((a, b) => a - b);
    expect(placed.length).toBeGreaterThan(12);
    for (const [from, first] of placed.entries()) {
      for (const [more, last] of placed.slice(from, from + 20).entries()) {
        expect(last - first).toBeGreaterThanOrEqual((more - 2) * 225);
      }
    }
  }
});

test('of one phrase only one is marked, of two sentences both', () => {
  const marks = new SpacedMarks();
  marks.add(at(100, 3));
  expect(marks.hasRoom(at(87, 3))).toBe(false);
  expect(marks.hasRoom(at(87, 2))).toBe(true);
  expect(marks.hasRoom(at(113, 3))).toBe(false);
  expect(marks.hasRoom(at(113, 4))).toBe(true);
  expect(marks.hasRoom(at(115, 3))).toBe(true);
});
