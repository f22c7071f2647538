import { afterEach, describe, expect, test } from 'vitest';
import { describeFailure } from '../../src/i18n/describe-failure.ts';
import { setLanguage } from '../../src/i18n/language.ts';
import { RejectedCall, UnansweredCall } from '../../src/messaging/message-envelope.ts';
import { type Failure, FailureError, readFailure } from '../../src/settings/failure.ts';
import { languages } from '../../src/settings/languages.ts';

afterEach(() => void setLanguage('en', []));

const failures: readonly Failure[] = [
  { code: 'unanswered', values: {} },
  { code: 'tooManySettings', values: { count: 513, most: 512 } },
  { code: 'settingsTooLarge', values: { bytes: 102_401, most: 102_400 } },
  { code: 'settingTooLarge', values: { bytes: 8_193, most: 8_192 } },
  { code: 'notStored', values: { detail: 'IO error' } },
  { code: 'wrongSetting', values: { field: 'theme' } },
  { code: 'noSite', values: { text: 'a b' } },
  { code: 'nothingToBringBack', values: {} },
  { code: 'noRoomForPack', values: {} },
  { code: 'noRoomForKept', values: {} },
  { code: 'notKept', values: {} },
  { code: 'packBackTaken', values: { title: 'Skerry' } },
  { code: 'importStays', values: { title: 'Skerry' } },
  { code: 'fileUnreadable', values: {} },
  { code: 'noPanel', values: {} },
  { code: 'libraryStopped', values: {} },
];

describe.each(failures)('$code', (failure) => {
  const reported = Object.keys(languages).map((language) => {
    setLanguage(language, []);
    return describeFailure(new FailureError(failure));
  });

  test('is described in every language, each in its own words, with its values', () => {
    expect(new Set(reported).size).toBe(reported.length);
    for (const words of reported) {
      expect(words).not.toMatch(/\{|\}/);
      for (const value of Object.values(failure.values)) {
        expect(words.replace(/[\s.,]/g, '')).toContain(String(value).replace(/[\s.,]/g, ''));
      }
    }
  });

  test('is the same after it has come through a message', () => {
    const { failure: sent } = new RejectedCall('for developers', structuredClone(failure));
    expect(describeFailure({ failure: sent })).toBe(describeFailure(new FailureError(failure)));
  });
});

test('a background that does not answer is described without the browser’s own message', () => {
  setLanguage('de', []);
  const reported = describeFailure(new UnansweredCall('Receiving end does not exist'));
  expect(reported).toMatch(/^Der Hintergrunddienst von Sidelight antwortet nicht\./);
  expect(reported).not.toContain('Receiving end');
});

test.each([new Error('odd'), 'odd', new RejectedCall('odd', undefined), { failure: { code: 'odd' } }, null])(
  'what nobody foresaw, such as %j, is quoted and said to be an error',
  (error) => {
    setLanguage('fr', []);
    expect(readFailure(error)).toBeUndefined();
    expect(describeFailure(error)).toMatch(/^Erreur inattendue\u00a0: (odd|null|\[object Object\])$/);
  },
);
