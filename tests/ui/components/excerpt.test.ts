import { expect, test } from 'vitest';
import { excerpt } from '../../../src/ui/components/excerpt.ts';

test.each([
  ['a short text is whole', 'We will wait.', 20, 'We will wait.'],
  ['one that is a little longer, too', 'We will wait for rules', 20, 'We will wait for rules'],
  [
    'a long one ends with a whole word',
    'We will wait for rules, and then decide',
    20,
    'We will wait for\u00a0…',
  ],
  ['and without the sign after it', 'We will wait, for rules and for more', 14, 'We will wait\u00a0…'],
  ['without spaces it is cut anywhere', '一二三四五六七八九十', 5, '一二三四五\u00a0…'],
  ['but not within a character', '😀😀😀😀😀😀', 3, '😀😀😀\u00a0…'],
])('%s', (_, text, maxCharacters, expected) => {
  expect(excerpt(text, maxCharacters)).toBe(expected);
});
