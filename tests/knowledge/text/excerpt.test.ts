import { expect, test } from 'vitest';
import { excerpt, excerptAbout } from '../../../src/knowledge/text/excerpt.ts';

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

const long =
  'It rained all day long, and in the evening the company announced that it paused sales of cameras.';

test.each([
  [
    'begins where the subject does',
    'Sales of cameras were paused.',
    '…\u00a0announced that it paused sales of cameras.',
  ],
  [
    'begins at the beginning if the subject is there',
    'It rained all day long.',
    'It rained all day long, and in the evening the\u00a0…',
  ],
  [
    'begins at the beginning if there is no part about it',
    'Something else.',
    'It rained all day long, and in the evening the\u00a0…',
  ],
  [
    'has a beginning and an end',
    'In the evening the company spoke.',
    '…\u00a0all day long, and in the evening the company\u00a0…',
  ],
])('a part about a subject %s', (_, subject, expected) => {
  expect(excerptAbout(long, subject, 48)).toBe(expected);
});

test('a short text about anything is whole', () => {
  expect(excerptAbout('It rained all day long.', 'Sales', 30)).toBe('It rained all day long.');
});

test('a part of a text as long as a book is found in one pass', () => {
  const before = 'It is as it was. '.repeat(30_000);
  const after = ' So it goes on.'.repeat(1_000);
  expect(excerptAbout(`${before}Sales of cameras were paused.${after}`, 'Sales of cameras', 32)).toBe(
    '…\u00a0is as it was. Sales of cameras\u00a0…',
  );
});

test('a part about a subject is found before a long last word, too', () => {
  const text = `It rained. It rained. Sales of cameras were paused: ${'x'.repeat(40)}`;
  expect(excerptAbout(text, 'Cameras', 30)).toMatch(/cameras/);
});
