import { expect, test } from 'vitest';
import { findOverflow } from '../../../src/settings/stored/storage-limits.ts';

const text = (length: number) => 'x'.repeat(length);
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`k${number}`, value]));

test.each([
  ['nothing', {}, undefined],
  // A key of one byte, two quotation marks, and the rest.
  ['an item that just fits', { k: text(8_189) }, undefined],
  [
    'an item that does not',
    { k: text(8_190) },
    { code: 'settingTooLarge', values: { bytes: 8_193, most: 8_192 } },
  ],
  [
    'an item whose letters take three bytes each',
    { k: '語'.repeat(2_730) },
    { code: 'settingTooLarge', values: { bytes: 8_193, most: 8_192 } },
  ],
  [
    'an item whose signs take four bytes each',
    { k: '😀'.repeat(2_048) },
    { code: 'settingTooLarge', values: { bytes: 8_195, most: 8_192 } },
  ],
  ['as many items as there may be', many(512, 1), undefined],
  ['one more', many(513, 1), { code: 'tooManySettings', values: { count: 513, most: 512 } }],
  ['as much as there may be', { ...many(12, text(8_000)), rest: text(6_291) }, undefined],
  [
    'one byte more',
    { ...many(12, text(8_000)), rest: text(6_292) },
    { code: 'settingsTooLarge', values: { bytes: 102_401, most: 102_400 } },
  ],
])('%s is refused or not', (_what, items, failure) => {
  expect(findOverflow(items)).toEqual(failure);
});
