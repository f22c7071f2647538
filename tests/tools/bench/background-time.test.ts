import { expect, test } from 'vitest';
import { summariseBackground } from '../../../tools/bench/background-time.ts';

test('warm the fastest pass counts, as a ratio to the page’s floor; just woken the opening is part of it', () => {
  const pages = [
    {
      floorMs: 2,
      warm: [
        { askedMs: 4, foundMs: 9 },
        { askedMs: 1, foundMs: 12 },
      ],
      woken: { openMs: 50, pages: [{ askedMs: 7, foundMs: 20 }] },
    },
  ];
  expect(summariseBackground(pages, { names: 300, statements: 20 })).toEqual({
    names: 300,
    statements: 20,
    askedMedianMs: 1,
    askedMedianToFloor: 0.5,
    askedP95ToFloor: 0.5,
    foundMedianMs: 9,
    foundMedianToFloor: 4.5,
    foundP95ToFloor: 4.5,
    openMedianMs: 50,
    wokenAskedMedianMs: 57,
    wokenFoundMedianMs: 77,
  });
});
