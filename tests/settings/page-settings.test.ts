import { expect, test } from 'vitest';
import { findDisabledReason, makePageSettings } from '../../src/settings/page-settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';

const settings = (mode: string, ...patterns: string[]) => readSettings({ sites: { mode, patterns } });
const inFrame = { own: 'video.example.net', page: 'news.example.org' };

test.each([
  ['the page is switched off', settings('except', 'example.org'), 'site'],
  ['the frame’s own site is switched off', settings('except', 'example.net'), 'site'],
  ['another site is switched off', settings('except', 'example.com'), null],
  ['only the page is switched on', settings('only', 'example.org'), null],
  ['only the frame’s own site is switched on', settings('only', 'example.net'), 'site'],
  ['everything is switched off', { ...settings('except'), enabled: false }, 'disabled'],
])('a frame of another site, where %s', (_, given, stop) => {
  expect(findDisabledReason(given, inFrame)).toBe(stop);
});

test('a page gets the exceptions of its own site, of its frame’s and of every site, without saying whose they are', () => {
  const exception = (name: string, more: object) => ({ entity: 'p/e', name, ...more });
  const given = readSettings({
    exceptions: [
      exception('page', { host: 'example.org' }),
      exception('frame', { host: 'example.net', beside: 'river' }),
      exception('other', { host: 'example.com' }),
      exception('lookalike', { host: 's.example.org' }),
      exception('anywhere', { beside: 'river' }),
    ],
  });
  expect(makePageSettings(given, [], inFrame).exceptions).toEqual([
    { entity: 'p/e', name: 'page' },
    { entity: 'p/e', name: 'frame', beside: 'river' },
    { entity: 'p/e', name: 'anywhere', beside: 'river' },
  ]);
});
