import { expect, test } from 'vitest';
import { isPartOfAddress } from '../../../src/matching/text/address.ts';

const isAddressed = (text: string, word: string) =>
  isPartOfAddress(text, text.indexOf(word), text.indexOf(word) + word.length);

test.each([
  ['“', '”'],
  ['„', '“'],
  ['»', '«'],
  ['‚', '‘'],
  ['‹', '›'],
  ['〝', '〟'],
  ['＂', '＂'],
])('a company that signs with ".com" is named between %s and %s', (open, close) => {
  expect(isAddressed(`Wir fragten ${open}Amazon.com${close} danach.`, 'Amazon')).toBe(false);
  expect(isAddressed(`Wir fragten ${open}www.amazon.com${close} danach.`, 'amazon')).toBe(true);
  // The full stop ends a sentence, whichever mark stands behind it.
  expect(isAddressed(`${open}Wir fragten Amazon.${close} Keine Antwort.`, 'Amazon')).toBe(false);
});
