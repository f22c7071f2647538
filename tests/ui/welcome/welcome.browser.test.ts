import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { changeSettings, type SettingsChange } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import welcomeStyles from '../../../src/ui/welcome/welcome.css?inline';
import { showWelcome, type WelcomeServices } from '../../../src/ui/welcome/welcome-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { readExample } from './empty-welcome.ts';

let settings: Settings;
let place: HTMLElement;
let notifyOpened: (openedBy: 'click' | 'keyboard') => void;
let notifyPermission: (isPermitted: boolean) => void;
const pack = {
  id: 'test',
  title: 'Test pack',
  knownTo: '2024-06-28',
  topics: [{ ref: 'test/laws', title: 'Laws', color: '#2457a6', onByDefault: true, entityCount: 25 }],
};

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(welcomeStyles);
  settings = defaultSettings;
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => clearSurface(place));

async function openWelcome(given: Partial<WelcomeServices> = {}): Promise<void> {
  showWelcome(place, {
    readSettings: async () => settings,
    watchSettings: () => undefined,
    changeSettings: async (change: SettingsChange) => {
      settings = changeSettings(settings, change);
      return settings;
    },
    getPacks: async () => [pack as never],
    watchPacks: () => undefined,
    async startExample(onOpened) {
      notifyOpened = onOpened;
    },
    readExample,
    isReadingPermitted: async () => true,
    watchReadingPermission(onChange) {
      notifyPermission = onChange;
    },
    requestReading: async () => true,
    readShortcut: async () => 'Alt+Shift+J',
    openPagePanel: async () => undefined,
    openSettings: async () => undefined,
    openLibrary: async () => undefined,
    ...given,
  });
  await waitUntil(() => place.querySelector('.pack'));
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const doneCount = () => place.querySelectorAll('.tried').length;
const says = (words: string) => waitUntil(() => place.textContent.includes(words));

test('what the packs are about, and up to when they know, comes from the packs', async () => {
  await openWelcome();
  expect(place.querySelector('.pack')?.textContent).toBe(
    'Test packAs of 28 June 2024: anything later is not included.Laws 25 entities',
  );
});

test('what keeping does is shown by the real comparison of two invented articles', async () => {
  await openWelcome();
  const section = () => place.querySelector('.keeping');
  await waitUntil(() => section()?.querySelector('.found'));
  expect([...(section()?.querySelectorAll('.told h3') ?? [])].map((title) => title.textContent)).toEqual([
    'Old bridge to close on Monday',
    'Mayor shuts the bridge',
  ]);
  expect(section()?.querySelector('.found li')?.textContent).toContain('Ines Falk: says something else');
  expect(section()?.querySelector('.found ins')?.textContent).toBe('Friday,');
  expect(section()?.querySelector('.found del')?.textContent).toContain('Monday');
  expect(section()?.textContent).toContain('My shop lives on that bridge');
  expect([...(section()?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
    'two',
    'three',
  ]);
});

test('each of the three things is ticked off when the reader has tried it', async () => {
  await openWelcome();
  await says('Press Alt+Shift+J');
  notifyOpened('click');
  await waitUntil(() => doneCount() === 1);
  notifyOpened('keyboard');
  await waitUntil(() => doneCount() === 2);
  await button('Open the side panel').click();
  await waitUntil(() => doneCount() === 3);
});

test('where the browser gave no key, the page says so and names none', async () => {
  await openWelcome({ readShortcut: async () => '' });
  await says('has assigned no key');
  expect(place.querySelector('kbd')).toBeNull();
});

test('a side panel that does not open is reported and not ticked off', async () => {
  await openWelcome({ openPagePanel: async () => Promise.reject(new Error('No window')) });
  await button('Open the side panel').click();
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.endsWith('No window'));
  expect(doneCount()).toBe(0);
});

test('the permission is asked for only where it is missing; refused, it stays on offer', async () => {
  const request = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  await openWelcome({ isReadingPermitted: async () => false, requestReading: request });
  await says('permission to read pages');
  await button('Let Sidelight read pages').click();
  await says('Nothing was changed');
  await button('Let Sidelight read pages').click();
  notifyPermission(true);
  await says('may read pages now');
  expect(place.querySelector('.permission')).toBeNull();
});

test('where the permission is there, nothing is said of it', async () => {
  await openWelcome();
  expect(place.querySelector('.permission')).toBeNull();
});

test('switched off, the page says why the example bears no marks, and one click switches on', async () => {
  settings = { ...settings, enabled: false };
  await openWelcome();
  await says('Sidelight is switched off, so');
  await button('Switch on').click();
  await waitUntil(() => place.querySelector('.example-state')?.textContent === '');
  expect(settings.enabled).toBe(true);
});

test('a background that does not answer is reported; the article stays readable', async () => {
  await openWelcome({ startExample: async () => Promise.reject(new Error('gone')) });
  await says('is not responding, so the example');
  expect(place.querySelector('article')?.textContent).toContain('Rekognition');
});

test('the page speaks the language chosen; the quotation stays as it was printed', async () => {
  settings = { ...settings, language: 'de' };
  await openWelcome();
  await says('Willkommen bei Sidelight');
  const quotation = place.querySelector('article [lang=en]');
  expect(quotation?.textContent).toMatch(/^“We hope .* if requested,”$/);
  expect(document.documentElement.lang).toBe('de');
});

const states: [string, Partial<Settings>, Partial<WelcomeServices>][] = [
  ['at first', {}, {}],
  ['permission missing', {}, { isReadingPermitted: async () => false }],
  ['switched off', { enabled: false }, {}],
  ['unreachable', {}, { startExample: async () => Promise.reject(new Error('gone')) }],
];
test.each(states.flatMap((state) => (['light', 'dark'] as const).map((theme) => [...state, theme] as const)))(
  'axe finds nothing to mend: %s',
  async (_name, chosen, given, theme) => {
    settings = { ...settings, ...chosen, theme };
    await openWelcome(given);
    await waitUntil(() => document.documentElement.style.colorScheme === theme);
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
      [],
    );
  },
);
