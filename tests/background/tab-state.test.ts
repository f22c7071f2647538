import { expect, test, vi } from 'vitest';
import { changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings } from '../../src/settings/settings.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const { getTabState } = await import('../../src/background/tab-state.ts');
const { findClosedPage } = await import('../../src/browser-api/page-access.ts');

const own = 'chrome-extension://abcdef/';

test.each([
  ['https://news.example.org/story', null],
  ['http://localhost:8080/', null],
  ['file:///home.html', null],
  ['data:text/html,words', null],
  ['chrome://settings/', 'browser-page'],
  ['about:config', 'browser-page'],
  ['chrome-extension://other/page.html', 'browser-page'],
  ['not an address', 'browser-page'],
  ['view-source:https://news.example.org/', 'source'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/detail/x', 'store'],
  ['https://chrome.google.com/help', null],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  [`${own}src/entrypoints/options.html`, 'own-page'],
])('the address %s keeps extensions out as: %s', (address, closed) => {
  expect(findClosedPage(address, own)).toBe(closed);
});

test.each([
  'https://support.mozilla.org/en-US/kb/private-browsing',
  'https://accounts.firefox.com/signin',
  'https://discovery.addons.mozilla.org/',
])('%s is a site that Firefox lets no extension into, and Chromium does', (address) => {
  expect(findClosedPage(address, 'moz-extension://abcdef/')).toBe('restricted');
  expect(getTabState(address, defaultSettings, 'moz-extension://abcdef/')).toBe('closed');
  expect(findClosedPage(address, own)).toBeNull();
  expect(getTabState(address, defaultSettings, own)).toBe('on');
});

const siteOff: SettingsChange = { kind: 'site', pattern: 'example.org', isOn: false };
const onlyElsewhere: SettingsChange = { kind: 'site-mode', mode: 'only' };
const off: SettingsChange = { kind: 'field', field: 'enabled', value: false };
test.each<[string, string | undefined, readonly SettingsChange[], string]>([
  ['a page', 'https://news.example.org/', [], 'on'],
  ['a page of a site that is off', 'https://news.example.org/', [siteOff], 'site'],
  ['a page of another site', 'https://example.com/', [siteOff], 'on'],
  [
    'a page of a site that is off, its name with a dot at its end',
    'https://example.org./',
    [siteOff],
    'site',
  ],
  ['a page of no site chosen', 'https://example.com/', [onlyElsewhere], 'site'],
  ['a page while all is off', 'https://example.com/', [off], 'disabled'],
  ['a page that the browser does not name', undefined, [], 'closed'],
  ['the browser’s own page', 'chrome://newtab/', [], 'closed'],
  ['the store', 'https://addons.mozilla.org/', [], 'closed'],
  [
    'the welcome page, whatever sites are chosen',
    `${own}src/entrypoints/welcome.html`,
    [onlyElsewhere],
    'on',
  ],
])('on %s the button shows what holds', (_case, address, changes, state) => {
  const settings = changes.reduce(changeSettings, defaultSettings);
  expect(getTabState(address, settings, own)).toBe(state);
});
