import { expect, test } from 'vitest';
import { endsWithGivenName } from '../../../src/matching/names/given-name.ts';

test.each([
  ['met with Wilson', true],
  ['met with McKay', true],
  ['said Jean-Luc', true],
  ['said Joaquin J.', true],
  ['(Zoë', true],
  ['the', false],
  ['said The', false],
  ['met with IBM', false],
  ['met with wilson', false],
  ['oneWilson', false],
])('"%s" ends with a first name: %s', (before, isGiven) => {
  expect(endsWithGivenName(before)).toBe(isGiven);
  // Also after more text than is examined.
  expect(endsWithGivenName(`${'There it stands. '.repeat(50)}${before}`)).toBe(isGiven);
});

test.each(['a', 'A', 'Aa', 'Aa-', '-A', 'A\u0301', ' A.'])(
  'no first name is as long as a flood of "%s"',
  (sign) => {
    const flood = sign.repeat(200_000);
    expect(endsWithGivenName(`X${flood}!`)).toBe(false);
    expect(endsWithGivenName(`${flood} Wilson`)).toBe(true);
  },
);
