import { beforeEach, expect, test, vi } from 'vitest';
import { type CardChange, changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { session } from './session-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./session-browser.ts')).sessionBrowser,
}));

const { createSiteSwitch } = await import('../../src/background/site-switch.ts');

const frame = { tabId: 7, frameId: 0, pageHost: 'news.example.org', host: 'news.example.org' };
const off: CardChange = { kind: 'site', pattern: frame.pageHost, isOn: false };
let settings: Settings;
const write = async (change: SettingsChange) => {
  settings = changeSettings(settings, change);
  return settings;
};
/** Like a background that has just woken. */
const wake = (making = write) => createSiteSwitch(making, async () => settings);

beforeEach(() => {
  session.clear();
  settings = defaultSettings;
});

test('a site that a card switched off can be switched on again in its tab, once, even after the background was suspended', async () => {
  await wake().change({ frame }, off);
  expect(settings.sites.patterns).toEqual(['news.example.org']);
  await wake().undoSiteOff(frame);
  expect(settings.sites.patterns).toEqual([]);
  // Switched off again, but not by a card.
  await write(off);
  await expect(wake().undoSiteOff(frame)).rejects.toThrow('nothingToBringBack');
});

test('where only listed sites are marked, the rules that let the site through come back', async () => {
  settings = { ...defaultSettings, sites: { mode: 'only', patterns: ['example.org', 'other.net'] } };
  await wake().change({ frame }, off);
  expect(settings.sites.patterns).toEqual(['other.net']);
  await wake().undoSiteOff(frame);
  expect(settings.sites.patterns).toEqual(['other.net', 'example.org']);
});

test('a site comes back, though the background died as soon as it was switched off', async () => {
  settings = { ...defaultSettings, sites: { mode: 'only', patterns: ['example.org', 'other.net'] } };
  await new Promise<void>((resolve) => {
    const die = async (change: SettingsChange) => {
      await write(change);
      resolve();
      return new Promise<never>(() => undefined);
    };
    void wake(die).change({ frame }, off);
  });
  await wake().change({ frame }, off);
  await wake().undoSiteOff(frame);
  expect(settings.sites.patterns).toEqual(['other.net', 'example.org']);
});

test('a site that could not be switched off is not recorded', async () => {
  const refuse = () => Promise.reject(new Error('Full'));
  await expect(wake(refuse).change({ frame }, off)).rejects.toThrow('Full');
  expect(session.size).toBe(0);
});

test('a call that is made twice, because its first answer was lost, does nothing the second time', async () => {
  settings = { ...defaultSettings, sites: { mode: 'only', patterns: ['example.org', 'other.net'] } };
  await wake().change({ frame }, off);
  await wake().change({ frame }, off);
  await wake().undoSiteOff(frame);
  expect(settings.sites.patterns).toEqual(['other.net', 'example.org']);
  await wake().undoSiteOff(frame);
  expect(settings.sites.patterns).toEqual(['other.net', 'example.org']);
});

test.each([
  ['switched off by a page of the extension', { frame: null }, frame],
  ['of another tab', { frame }, { ...frame, tabId: 8 }],
  ['of the page that was there before', { frame }, { ...frame, pageHost: 'example.org' }],
])('a page cannot take back what was %s', async (_case, caller, asking) => {
  await wake().change(caller, off);
  // Refused if the page is off, and without effect if it is on.
  await wake()
    .undoSiteOff(asking)
    .catch(() => undefined);
  expect(settings.sites.patterns).toEqual(['news.example.org']);
});
