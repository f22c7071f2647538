import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { showOptions } from '../../src/ui/options-view.tsx';
import { waitUntil } from './wait-until.ts';

let settings: Settings;
let tellSettings: (changed: Settings) => void;
const change = vi.fn(async (wanted: SettingsChange) => {
  settings = changeSettings(settings, wanted);
  return settings;
});
const pack = {
  id: 'test',
  title: 'Test pack',
  knownTo: '2024-06-28',
  topics: [
    { ref: 'test/laws', title: 'Laws', color: '#2457a6', onByDefault: true, entityCount: 25 },
    { ref: 'test/press', title: 'News outlets', color: '#a62424', onByDefault: false, entityCount: 1 },
  ],
};
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  settings = defaultSettings;
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute('style');
  vi.clearAllMocks();
});

const packs = {
  list: async () => [],
  watch: () => undefined,
  startImport: () => ({ read: vi.fn(), keep: vi.fn(), stop: vi.fn() }),
  enable: vi.fn(),
  order: vi.fn(),
  remove: vi.fn(),
};

async function openOptions(): Promise<void> {
  showOptions(place, {
    readSettings: async () => settings,
    watchSettings: (onChange) => {
      tellSettings = onChange;
    },
    changeSettings: change,
    getPacks: async () => [pack],
    packs,
  });
  await waitUntil(() => place.querySelector('#topics input'));
}

const status = () => place.querySelector('.outcome')?.textContent;
const labelled = (label: string) => page.getByLabelText(label, { exact: true });
const isChecked = (label: string) => (labelled(label).element() as HTMLInputElement).checked;

test('topics are listed with their entities, and a switch takes effect at once', async () => {
  await openOptions();
  expect(place.querySelector('#topics')?.textContent).toContain('Laws25 entities');
  expect(place.querySelector('#topics')?.textContent).toContain('News outlets1 entity');
  expect([isChecked('Laws'), isChecked('News outlets')]).toEqual([true, false]);
  await labelled('Laws').click();
  expect(change).toHaveBeenCalledExactlyOnceWith({ kind: 'topic', topic: 'test/laws', isOn: false });
  await waitUntil(() => status() === 'Kept.');
  expect(isChecked('Laws')).toBe(false);
});

test('a change made elsewhere is shown', async () => {
  await openOptions();
  tellSettings({ ...settings, theme: 'dark', topics: { 'test/press': true } });
  await waitUntil(() => isChecked('Dark') && isChecked('News outlets'));
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('a change that cannot be kept is told, and the control shows what holds', async () => {
  await openOptions();
  change.mockRejectedValueOnce(new Error('The store is full.'));
  await labelled('Every mention').click();
  await waitUntil(() => status()?.includes('The store is full.'));
  expect([isChecked('Every mention'), isChecked('The first mention in each section')]).toEqual([false, true]);
});

test('a site is added by typing its address, shown as what it stands for, and can be removed', async () => {
  await openOptions();
  await labelled('Add a site').fill('https://www.Example.org/news');
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => place.querySelector('#sites .listed')?.textContent === 'example.org');
  expect(settings.sites.patterns).toEqual(['example.org']);
  await labelled('Remove example.org').click();
  await waitUntil(() => settings.sites.patterns.length === 0);
});

test.each([
  ['', 'Type the address of a site first.'],
  ['two words', '“two words” is not the address of a site.'],
  ['www.listed.org', 'listed.org is on the list already.'],
])('"%s" is refused in words beside the field', async (typed, problem) => {
  settings = { ...settings, sites: { mode: 'everywhere-but', patterns: ['listed.org'] } };
  await openOptions();
  const field = labelled('Add a site');
  if (typed !== '') await field.fill(typed);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await waitUntil(() => place.querySelector('#site-problem')?.textContent?.includes(problem));
  expect(field.element().getAttribute('aria-invalid')).toBe('true');
  expect(change).not.toHaveBeenCalled();
});

test('delays outside their limits are refused in words', async () => {
  settings = { ...settings, hover: { ...settings.hover, isOn: true } };
  await openOptions();
  await labelled('Opens after (milliseconds)').fill('99999');
  await userEvent.keyboard('{Tab}');
  await waitUntil(() => place.textContent?.includes('Give a whole number from 0 to 5000.'));
  expect(change).not.toHaveBeenCalled();
  await labelled('Opens after (milliseconds)').fill('450');
  await userEvent.keyboard('{Tab}');
  await waitUntil(() => settings.hover.openDelayMs === 450);
});

test('hidden entities can be shown again', async () => {
  settings = { ...settings, hiddenEntities: ['test/a', 'gone/b'] };
  await openOptions();
  await labelled('Show again: gone/b').click();
  await waitUntil(() => settings.hiddenEntities.length === 1);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend, %s', async (theme) => {
  settings = {
    ...settings,
    theme,
    hiddenEntities: ['test/a'],
    hover: { ...settings.hover, isOn: true },
    sites: { mode: 'everywhere-but', patterns: ['listed.org'] },
  };
  document.documentElement.lang = 'en';
  await openOptions();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expectNoViolations();
});

async function expectNoViolations(): Promise<void> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  );
}

test('the language is chosen from a list of own names, and the page speaks it at once', async () => {
  await openOptions();
  const list = labelled('Language').element() as HTMLSelectElement;
  expect([...list.options].map(({ textContent, lang }) => [textContent, lang])).toEqual([
    ['The browser’s: English', ''],
    ['Deutsch', 'de'],
    ['English', 'en'],
    ['Español', 'es'],
    ['Français', 'fr'],
  ]);
  await userEvent.selectOptions(list, 'de');
  await waitUntil(() => document.documentElement.lang === 'de');
  expect(change).toHaveBeenCalledWith({ kind: 'field', field: 'language', value: 'de' });
  expect(document.title).toBe('Sidelight-Einstellungen');
  expect(place.querySelector('h1')?.textContent).toBe('Sidelight-Einstellungen');
  expect(labelled('Sprache').element()).toBe(list);
  await userEvent.selectOptions(list, 'auto');
  await waitUntil(() => document.documentElement.lang === 'en');
});
