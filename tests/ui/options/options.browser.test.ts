import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { changeSettings, type SettingsChange } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import optionsStyles from '../../../src/ui/options/options.css?inline';
import { showOptions } from '../../../src/ui/options/options-view.tsx';
import type { Shortcut } from '../../../src/ui/options/shortcut-list.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { makeEmptyOptions } from './empty-options.ts';
import { entities, pack } from './listed-pack.ts';

let settings: Settings;
let shortcuts: Shortcut[];
let notifySettings: (changed: Settings) => void;
const change = vi.fn(async (wanted: SettingsChange) => {
  settings = changeSettings(settings, wanted);
  return settings;
});
const openShortcutSettings = vi.fn(async () => true);
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(optionsStyles);
  settings = defaultSettings;
  shortcuts = [
    { command: 'next-mention', keys: 'Alt+Shift+J' },
    { command: 'previous-mention', keys: 'Alt+Shift+K' },
    { command: 'open-mention', keys: 'Alt+Shift+L' },
  ];
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  vi.clearAllMocks();
});

async function openOptions(): Promise<void> {
  showOptions(place, {
    ...makeEmptyOptions(settings),
    // The state at the time of the call, not when the page was opened.
    readSettings: async () => settings,
    watchSettings: (onChange) => {
      notifySettings = onChange;
    },
    changeSettings: change,
    getPacks: async () => [pack],
    listEntities: async () => entities,
    getEntities: async (refs) => entities.filter(({ ref }) => refs.includes(ref)),
    getShortcuts: async () => shortcuts,
    openShortcutSettings,
  });
  await waitUntil(() => place.querySelector('#topics input'));
}

const status = () => place.querySelector('.outcome [role=status]')?.textContent;
const undo = () => page.getByRole('button', { name: 'Undo' });
const labelled = (label: string) => page.getByLabelText(label, { exact: true });
const isChecked = (label: string) => (labelled(label).element() as HTMLInputElement).checked;

test('topics are listed with their entities, and a switch takes effect at once', async () => {
  await openOptions();
  expect(place.querySelector('#topics')?.textContent).toContain('LawsRecognises 25 entities on pages');
  expect(place.querySelector('#topics')?.textContent).toContain('News outletsRecognises 1 entity on pages');
  expect([isChecked('Laws'), isChecked('News outlets')]).toEqual([true, false]);
  await labelled('Laws').click();
  expect(change).toHaveBeenCalledExactlyOnceWith({ kind: 'topic', topic: 'test/laws', isOn: false });
  await waitUntil(() => status() === 'Laws: off');
  expect(isChecked('Laws')).toBe(false);
});

test.each(['readSettings', 'getPacks'] as const)(
  'a background that does not answer %s is reported',
  async (call) => {
    await showOptions(place, {
      ...makeEmptyOptions(settings),
      [call]: () => Promise.reject(new Error('gone')),
    });
    await waitUntil(() => place.querySelector('[role=alert]'));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('background is not responding');
  },
);

test.each([
  ['before the page is drawn', 'first'],
  ['before the settings that were asked for have come', 'later'],
] as const)('a change that is reported %s is what is shown', async (_, when) => {
  const changed = { ...settings, density: 'every' as const };
  let answer: (read: Settings) => void = () => undefined;
  const asked = new Promise<Settings>((resolve) => (answer = resolve));
  if (when === 'first') answer(settings);
  await showOptions(place, {
    ...makeEmptyOptions(settings),
    readSettings: () => asked,
    watchSettings: (onChange) => onChange(changed),
    getPacks: async () => [pack],
  });
  answer(settings);
  await waitUntil(() => place.querySelector('#topics input'));
  expect(place.querySelector<HTMLInputElement>('input[name=density]:checked')?.value).toBe('every');
});

test('with a slow background the page’s heading appears first, and the form follows', async () => {
  let answer: (read: Settings) => void = () => undefined;
  const readSettings = () => new Promise<Settings>((resolve) => (answer = resolve));
  await showOptions(place, { ...makeEmptyOptions(settings), readSettings, getPacks: async () => [pack] });
  expect(place.querySelector('h1')).not.toBeNull();
  expect(place.querySelector('form, #topics')).toBeNull();
  answer(settings);
  await waitUntil(() => place.querySelector('#topics input'));
});

test('a change made elsewhere is shown', async () => {
  await openOptions();
  notifySettings({ ...settings, theme: 'dark', topics: { 'test/press': true } });
  await waitUntil(() => isChecked('Dark') && isChecked('News outlets'));
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('a change that cannot be stored is reported, and the control shows the stored value', async () => {
  await openOptions();
  change.mockRejectedValueOnce(new Error('The store is full.'));
  await labelled('Every mention').click();
  await waitUntil(() => status()?.includes('The store is full.'));
  expect([
    isChecked('Every mention'),
    isChecked('Few: only what several sources speak about, once per page'),
  ]).toEqual([false, true]);
});

test('a site is added by typing its address, shown as what it covers, and can be removed', async () => {
  await openOptions();
  await labelled('Add a site').fill('https://www.Example.org/news');
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => place.querySelector('.site-rules .listed')?.textContent === 'example.org');
  expect(settings.sites.patterns).toEqual(['example.org']);
  await labelled('Remove example.org').click();
  await waitUntil(() => settings.sites.patterns.length === 0);
});

test.each([
  ['', 'Type the address of a site first.'],
  ['two words', '“two words” is not the address of a site.'],
  ['www.listed.org', 'listed.org is already on the list.'],
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
  await page.getByRole('spinbutton', { name: 'Opens after (milliseconds)' }).fill('99999');
  await userEvent.keyboard('{Tab}');
  await waitUntil(() => place.textContent?.includes('Enter a whole number from 0 to 5,000.'));
  expect(change).not.toHaveBeenCalled();
  await page.getByRole('spinbutton', { name: 'Opens after (milliseconds)' }).fill('450');
  await userEvent.keyboard('{Tab}');
  await waitUntil(() => settings.hover.openDelayMs === 450);
});

test('hidden entities can be shown again', async () => {
  settings = { ...settings, hiddenEntities: ['test/a', 'gone/b'] };
  await openOptions();
  await labelled('Show again: gone/b').click();
  await waitUntil(() => settings.hiddenEntities.length === 1);
});

describe('undo', () => {
  test('takes back several changes, the last one first, by button and by key', async () => {
    await openOptions();
    await labelled('Laws').click();
    await labelled('Every mention').click();
    await waitUntil(() => settings.density === 'every');
    await undo().click();
    await waitUntil(
      () => status() === 'Undone. How many: Few: only what several sources speak about, once per page',
    );
    expect([settings.density, settings.topics]).toEqual(['first-on-page', { 'test/laws': false }]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitUntil(() => isChecked('Laws'));
    expect(settings).toEqual(defaultSettings);
    expect(undo().element().getAttribute('aria-disabled')).toBe('true');
  });

  test('leaves Ctrl+Z to the field that is typed into', async () => {
    await openOptions();
    await labelled('Laws').click();
    await labelled('Add a site').fill('example');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(isChecked('Laws')).toBe(false);
  });
});

describe('single entities', () => {
  const search = () => labelled('Find a single entity');
  const shown = () => [...place.querySelectorAll('.found label')].map(({ textContent }) => textContent);

  test('are found by any name, without accents and case, and switched off by themselves', async () => {
    await openOptions();
    await search().fill('etudes');
    await waitUntil(() => shown().length === 1);
    await search().fill('aoe');
    await waitUntil(() => place.querySelector('.found')?.textContent?.includes('Laws, also called “AOE”'));
    await labelled('Act on Études').click();
    await waitUntil(() => settings.hiddenEntities.includes('test/a'));
    await waitUntil(() => place.querySelector('.hidden-entities li')?.textContent?.includes('Act on Études'));
  });

  test('are listed a dozen at a time, with their number announced', async () => {
    await openOptions();
    await search().fill('bill');
    await waitUntil(() => shown().length === 12);
    const count = place.querySelector('.entities [role=status]')?.textContent;
    expect(count).toBe('30 entities found. Showing the first 12; keep typing to narrow the list.');
    await search().fill('nothing like it');
    await waitUntil(() => place.textContent?.includes('No entity is called “nothing like it”.'));
  });

  test('of a topic that is off say so', async () => {
    await openOptions();
    await search().fill('paper');
    await waitUntil(() => place.querySelector('.found')?.textContent?.includes('Its topic is switched off.'));
    expect((labelled('The Paper').element() as HTMLInputElement).disabled).toBe(true);
  });
});

test('after an entry is removed the focus is on the next one, and at last on the list', async () => {
  settings = { ...settings, sites: { mode: 'everywhere-but', patterns: ['a.org', 'b.org'] } };
  await openOptions();
  await labelled('Remove a.org').click();
  await waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Remove b.org');
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => document.activeElement?.className === 'site-rules');
});

test('what is typed into the site field is explained before it is added', async () => {
  await openOptions();
  const hint = () => place.querySelector('#site-hint')?.textContent;
  await labelled('Add a site').fill('example.org/sports');
  await waitUntil(() => hint()?.startsWith('Covers example.org and everything under it. Only whole sites'));
  await labelled('Add a site').fill('news.*.example.org');
  await waitUntil(() => hint()?.endsWith('Write example.org instead.'));
});

test('an address is tried against the rules', async () => {
  settings = { ...settings, sites: { mode: 'everywhere-but', patterns: ['example.org'] } };
  await openOptions();
  const verdict = () => place.querySelector('#try-verdict')?.textContent;
  await labelled('Try an address').fill('https://news.example.org/today');
  await waitUntil(() => verdict() === 'Would not be read: example.org is on the list.');
  await labelled('Only on these sites').click();
  await waitUntil(() => verdict() === 'Would be read: example.org is on the list.');
});

test('the preview is drawn in the chosen style, and a style that is hard to see is warned of', async () => {
  await openOptions();
  const mark = () => place.querySelector('.mark-preview')?.shadowRoot?.querySelector('sidelight-mark');
  const line = () => {
    const element = mark();
    return element ? getComputedStyle(element).textDecorationStyle : undefined;
  };
  expect(line()).toBe('dotted');
  expect(place.querySelector('.contrast .problem')).toBeNull();
  await labelled('Solid').click();
  await waitUntil(() => line() === 'solid');
  await labelled('Soft').click();
  await waitUntil(() =>
    place.querySelector('.contrast .problem')?.textContent?.includes('but 3 : 1 is needed'),
  );
  await waitUntil(() => settings.marks.weight === 'soft');
  expect(settings.marks).toEqual({ ...defaultSettings.marks, line: 'solid', weight: 'soft' });
});

test('with forced colours the only style of the marks is shown, with a note that it follows no choice', async () => {
  await openOptions();
  const shown = () => place.querySelectorAll('.mark-preview').length;
  expect(shown()).toBe(2);
  const force = (value: 'active' | 'none') =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await force('active');
  try {
    await waitUntil(() => shown() === 1);
    expect(place.querySelector('.previews figcaption, figure figcaption')?.textContent).toContain(
      'whatever is chosen here',
    );
    expect(place.querySelector('.own-background')).toBeNull();
  } finally {
    await force('none');
  }
  await waitUntil(() => shown() === 2);
});

test('the keys of the commands are shown, and a missing one is reported', async () => {
  shortcuts = [...shortcuts.slice(1), { command: 'next-mention', keys: '' }].reverse();
  await openOptions();
  await waitUntil(() => place.querySelector('.shortcuts'));
  expect([...place.querySelectorAll('.shortcuts dd')].map(({ textContent }) => textContent)).toEqual([
    'no key',
    'Alt+Shift+K',
    'Alt+Shift+L',
  ]);
  expect(place.querySelector('#shortcuts .problem')?.textContent).toContain(
    'if the browser or another extension',
  );
  openShortcutSettings.mockResolvedValueOnce(false);
  await page.getByRole('button', { name: 'Change the keys' }).click();
  await waitUntil(() => place.querySelector('#shortcuts')?.textContent?.includes('about:addons'));
});

test.each([
  [1280, 900],
  [320, 640],
])('at %d × %d nothing is wider than the window', async (width, height) => {
  await page.viewport(width, height);
  settings = { ...settings, sites: { mode: 'only', patterns: [`${'long'.repeat(15)}.example.org`] } };
  await openOptions();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test.each(['light', 'dark'] as const)('has no axe violations, %s', async (theme) => {
  settings = {
    ...settings,
    theme,
    hiddenEntities: ['test/a'],
    hover: { ...settings.hover, isOn: true },
    marks: { usesTopicColors: true, line: 'none', weight: 'soft', tint: 'strong' },
    sites: { mode: 'everywhere-but', patterns: ['listed.org'] },
  };
  await openOptions();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await labelled('Find a single entity').fill('a');
  await waitUntil(() => place.querySelector('.found li'));
  await labelled('Laws').click();
  await waitUntil(() => status() === 'Laws: off');
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  );
});

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
