import { expect, test } from 'vitest';
import { findStop } from '../../src/settings/page-settings.ts';
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
  expect(findStop(given, inFrame)).toBe(stop);
});
