import { afterEach, expect, test, vi } from 'vitest';
import { localDay } from '../../src/i18n/local-day.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['Pacific/Kiritimati', '2024-02-29'],
  ['Europe/Madrid', '2024-02-28'],
  ['America/Los_Angeles', '2024-02-28'],
])('in %s the day is the one on the reader’s clock', (zone, day) => {
  vi.stubEnv('TZ', zone);
  expect(localDay(new Date('2024-02-28T12:30:00Z'))).toBe(day);
});

test('after midnight it is the new day, wherever UTC is', () => {
  vi.stubEnv('TZ', 'Europe/Madrid');
  expect(localDay(new Date('2024-12-31T23:30:00Z'))).toBe('2025-01-01');
});
