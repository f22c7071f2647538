import { expect, test } from 'vitest';
import { findOverflow } from '../../src/settings/storage-limits.ts';

const text = (length: number) => 'x'.repeat(length);
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`k${number}`, value]));

test.each([
  ['nothing', {}, undefined],
  // A key of one byte, two quotation marks, and the rest.
  ['an item that just fits', { k: text(8_189) }, undefined],
  ['an item that does not', { k: text(8_190) }, /item k would have 8193 bytes of 8192/],
  ['an item whose letters take three bytes each', { k: '語'.repeat(2_730) }, /would have 8193 bytes/],
  ['an item whose signs take four bytes each', { k: '😀'.repeat(2_048) }, /would have 8195 bytes/],
  ['as many items as there may be', many(512, 1), undefined],
  ['one more', many(513, 1), /513 items of 512/],
  ['as much as there may be', { ...many(12, text(8_000)), rest: text(6_291) }, undefined],
  ['one byte more', { ...many(12, text(8_000)), rest: text(6_292) }, /102401 bytes of 102400/],
])('%s is refused or not', (_what, items, reason) => {
  const told = findOverflow(items);
  if (reason === undefined) expect(told).toBeUndefined();
  else expect(told).toMatch(reason);
});
