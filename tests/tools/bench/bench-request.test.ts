import { expect, test } from 'vitest';
import { spread } from '../../../tools/bench/bench-request.ts';

test('a limit takes pages from the whole list, in its order, and none twice', () => {
  const files = Array.from({ length: 10 }, (_, i) => i);
  expect(spread(files, 4)).toEqual([0, 2, 5, 7]);
  expect(spread(files, 10)).toEqual(files);
  expect(spread(files, 99)).toEqual(files);
});
