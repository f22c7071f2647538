/** Texts of ours that appear in pages, which can read them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeCardFailure } from '../../src/i18n/describe-card-failure.ts';
import { describePosition } from '../../src/i18n/describe-position.ts';
import { setLanguage } from '../../src/i18n/language.ts';
import { failureTexts } from '../../src/i18n/tab-texts.ts';
import { FailureError } from '../../src/settings/failure.ts';

beforeEach(() => vi.stubGlobal('navigator', { languages: ['de-AT', 'en'] }));
afterEach(() => vi.unstubAllGlobals());

test('they are in the browser’s language, whatever language the reader has chosen', () => {
  setLanguage('fr');
  expect(describePosition('Rekognition', 2, 7)).toBe('Rekognition, Erwähnung 2 von 7');
  expect(describeCardFailure()).toMatch(/^Sidelight konnte/);
  expect(failureTexts('fr', new Error('x')).inPage).toMatch(/^Das ist nicht gelungen/);
});

test('why something failed is said by the button alone, in the reader’s language', () => {
  const failures = [
    new FailureError({ code: 'tooManySettings', values: { count: 513, most: 512 } }),
    new FailureError({ code: 'packBackTaken', values: { title: 'Rivers' } }),
    new FailureError({ code: 'privateWindow', values: {} }),
    new Error('The store is full.'),
  ];
  const reported = failures.map((failure) => failureTexts('en', failure));
  expect(new Set(reported.map(({ inPage }) => inPage)).size).toBe(1);
  expect(new Set(reported.map(({ onButton }) => onButton)).size).toBe(failures.length);
  expect(reported[1]?.onButton).toContain('Rivers');
  expect(reported[3]?.onButton).toContain('The store is full.');
});
