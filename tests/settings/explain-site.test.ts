import { expect, test } from 'vitest';
import {
  type AddressVerdict,
  explainSite,
  type SiteExplanation,
  tryAddress,
} from '../../src/settings/explain-site.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';

const pattern = (site: string, ...notes: ('path' | 'port' | 'wildcard' | 'one-word' | 'number')[]) =>
  ({ kind: 'pattern', pattern: site, notes }) as const;

test.each<[string, SiteExplanation]>([
  ['', { kind: 'nothing' }],
  ['  ', { kind: 'nothing' }],
  ['example.org', pattern('example.org')],
  ['https://www.example.org/', pattern('example.org')],
  ['example.org/sports', pattern('example.org', 'path')],
  ['example.org?edition=2', pattern('example.org', 'path')],
  ['example.org:8080', pattern('example.org', 'port')],
  ['*.example.org', pattern('example.org', 'wildcard')],
  ['https://*.example.org/news', pattern('example.org', 'path', 'wildcard')],
  ['*://*.example.org/*', pattern('example.org', 'wildcard')],
  ['localhost', pattern('localhost')],
  ['org', pattern('org', 'one-word')],
  ['127.0.0.1', pattern('127.0.0.1', 'number')],
  ['[::1]', pattern('[::1]', 'number')],
  ['[::1]:3000', pattern('[::1]', 'port', 'number')],
  ['2001:db8::1', pattern('[2001:db8::1]', 'number')],
  ['1.2', pattern('1.0.0.2', 'number')],
  ['foo_bar.example.org.', pattern('foo_bar.example.org')],
  ['-intranet', pattern('-intranet', 'one-word')],
  ['two words', { kind: 'problem', problem: 'not-a-host' }],
  ['example.*', { kind: 'problem', problem: 'wildcard' }],
  ['*', { kind: 'problem', problem: 'wildcard' }],
  ['news.*.example.org', { kind: 'problem', problem: 'wildcard', instead: 'example.org' }],
  ['*example.org', { kind: 'problem', problem: 'wildcard', instead: 'example.org' }],
])('"%s" is explained as %j', (typed, explanation) => {
  expect(explainSite(typed)).toEqual(explanation);
});

const but: Settings = { ...defaultSettings, sites: { mode: 'everywhere-but', patterns: ['example.org'] } };
const only: Settings = { ...defaultSettings, sites: { mode: 'only', patterns: ['example.org'] } };

test.each<[string, Settings, AddressVerdict]>([
  ['', but, { because: 'nothing' }],
  ['two words', but, { because: 'not-an-address' }],
  ['*.example.org', but, { because: 'not-an-address' }],
  ['about:config', but, { because: 'closed' }],
  ['chrome://extensions', but, { because: 'closed' }],
  ['file:///home/news.html', but, { because: 'file', isRead: true }],
  ['file:///home/news.html', only, { because: 'file', isRead: false }],
  ['::1', but, { because: 'not-listed', isRead: true, host: '[::1]' }],
  [
    'news.example.org.',
    only,
    { because: 'listed', isRead: true, host: 'news.example.org', pattern: 'example.org' },
  ],
  [
    'https://news.example.org/today?x',
    but,
    { because: 'listed', isRead: false, host: 'news.example.org', pattern: 'example.org' },
  ],
  ['example.org', only, { because: 'listed', isRead: true, host: 'example.org', pattern: 'example.org' }],
  ['https://other.net', but, { because: 'not-listed', isRead: true, host: 'other.net' }],
  ['localhost:3000', only, { because: 'not-listed', isRead: false, host: 'localhost' }],
  ['example.org', { ...only, enabled: false }, { because: 'disabled' }],
])('the address "%s" is judged, and why', (typed, settings, verdict) => {
  expect(tryAddress(typed, settings)).toEqual(verdict);
});
