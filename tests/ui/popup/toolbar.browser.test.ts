import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ToolbarObstacle, ToolbarPage } from '../../../src/contracts/toolbar-page.ts';
import { changeSettings, type SettingsChange } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import popupStyles from '../../../src/ui/popup/popup.css?inline';
import { showToolbar, type ToolbarServices } from '../../../src/ui/popup/toolbar-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';

const found: ToolbarPage = {
  tabId: 1,
  site: 'news.example.org',
  obstacle: null,
  isPrivate: false,
  isSiteOff: false,
  mentions: [
    {
      tabId: 1,
      frameId: 0,
      entity: 'test/a',
      title: 'A law',
      topicTitle: 'Laws',
      color: '#2457a6',
      count: 3,
    },
    { tabId: 1, frameId: 4, entity: 'test/b', title: 'B', topicTitle: 'Laws', color: '#2457a6', count: 1 },
  ],
  traces: [
    { tabId: 1, frameId: 0, statement: 'test/s', text: 'We stand ready to help', kind: 'trimmed', count: 2 },
    { tabId: 1, frameId: 0, statement: 'test/t', text: 'Nothing was sold', kind: 'altered', count: 1 },
  ],
};

let settings: Settings;
let place: HTMLElement;
let notifyPage: (described: ToolbarPage) => void;
let reportProblem: (problem: unknown) => void;
/** The popup has requested the page, which it does after its first render. */
let isWatched = false;
const change = vi.fn(async (wanted: SettingsChange) => {
  settings = changeSettings(settings, wanted);
  return settings;
});
const services = {
  revealMention: vi.fn(async () => {}),
  revealQuoteMatch: vi.fn(async () => {}),
  readCardChange: vi.fn<ToolbarServices['readCardChange']>(async () => null),
  undoCardChange: vi.fn(async () => {}),
  requestReading: vi.fn(async () => true),
  reloadTab: vi.fn(async () => {}),
  openFileAccess: vi.fn(async () => {}),
  openSettings: vi.fn(async () => {}),
  openLibrary: vi.fn(async () => {}),
  openPagePanel: vi.fn(async () => {}),
};

beforeEach(async () => {
  await page.viewport(340, 640);
  adoptStyles(popupStyles);
  settings = defaultSettings;
  isWatched = false;
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  vi.clearAllMocks();
});

function openToolbar(described?: Partial<ToolbarPage>): void {
  showToolbar(place, {
    ...services,
    readSettings: async () => settings,
    watchSettings: () => undefined,
    changeSettings: change,
    watchPage(onPage, onProblem) {
      isWatched = true;
      notifyPage = onPage;
      reportProblem = onProblem;
      if (described) onPage({ ...found, ...described });
    },
  });
}

const labelled = (label: string) => page.getByLabelText(label, { exact: true });
const notice = () => place.querySelector('.stop')?.textContent ?? '';
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('what the page mentions and quotes is listed with counts, and a click goes there', async () => {
  openToolbar({});
  await waitUntil(() => place.querySelector('li'));
  await button('A law 3 times').click();
  expect(services.revealMention).toHaveBeenCalledExactlyOnceWith(found.mentions[0]);
  await page.getByRole('button', { name: /We stand ready to help.*shortened.*2 times/ }).click();
  expect(services.revealQuoteMatch).toHaveBeenCalledExactlyOnceWith(found.traces[0]);
  expect([...place.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    'Mentioned here 2',
    'Quoted here 2',
  ]);
  expect(place.querySelector('[role=status]')?.textContent).toBe(
    '2 entities mentioned. 2 known statements quoted.',
  );
});

test('while the page is being read the pop-up says so, and then follows what it mentions', async () => {
  openToolbar();
  await waitUntil(() => isWatched && notice() === 'Reading this page …');
  notifyPage({ ...found, mentions: [], traces: [] });
  await waitUntil(() => notice().includes('mentions nothing that Sidelight knows'));
  notifyPage(found);
  await waitUntil(() => place.querySelectorAll('li').length === 4);
});

test('a background that does not answer is reported with what to do', async () => {
  openToolbar();
  await waitUntil(() => isWatched);
  reportProblem(new Error('gone'));
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('is not responding'));
  expect(place.querySelector('.stop')).toBeNull();
});

test.each<[ToolbarObstacle, string]>([
  ['browser-page', 'Browsers reserve some pages for themselves'],
  ['store', 'extension store'],
  ['restricted', 'does not allow extensions here'],
  ['source', 'source code'],
  ['viewer', 'PDF viewer'],
  ['own-page', 'Sidelight’s own pages'],
])(
  'on a page closed to extensions (%s) the pop-up says why and offers no click in vain',
  async (obstacle, said) => {
    settings = { ...settings, enabled: false };
    openToolbar({ obstacle, mentions: [], traces: [] });
    await waitUntil(() => notice().includes(said));
    expect(place.querySelector('.stop button')).toBeNull();
    expect(place.querySelectorAll('[role=switch]')).toHaveLength(1);
  },
);

test.each<[ToolbarObstacle, string, string, keyof typeof services]>([
  ['permission', 'until you allow it', 'Let Sidelight read pages', 'requestReading'],
  ['files', 'may not read files', 'Open these settings', 'openFileAccess'],
  ['not-reached', 'has not reached this page', 'Reload this page', 'reloadTab'],
])('where something stands in the way (%s), one click mends it', async (obstacle, said, label, service) => {
  openToolbar({ obstacle, mentions: [], traces: [] });
  await waitUntil(() => notice().includes(said));
  await button(label).click();
  expect(services[service]).toHaveBeenCalledOnce();
  notifyPage(found);
  // The button is gone; the keyboard continues from its place.
  await waitUntil(() => document.activeElement === place.querySelector('.page-state'));
  expect(place.querySelectorAll('li')).toHaveLength(4);
});

test.each<[string, Partial<Settings>, string, string]>([
  ['it is off', { enabled: false }, 'Sidelight is switched off.', 'Switch on'],
  [
    'the site is off',
    { sites: { mode: 'everywhere-but', patterns: ['example.org'] } },
    'switched off on this site',
    'Switch on for news.example.org',
  ],
  [
    'the site is not among those chosen',
    { sites: { mode: 'only', patterns: ['else.org'] } },
    'only on the sites that you have listed',
    'Switch on for news.example.org',
  ],
])('where %s, the pop-up says so and one click switches it on', async (_case, chosen, said, label) => {
  settings = { ...settings, ...chosen };
  openToolbar({});
  await waitUntil(() => notice().includes(said));
  expect(place.querySelector('li')).toBeNull();
  await button(label).click();
  await waitUntil(() => place.querySelectorAll('li').length === 4);
  await waitUntil(() => document.activeElement === place.querySelector('.page-state'));
});

test('this site is switched off and on', async () => {
  openToolbar({});
  await labelled('On news.example.org').click();
  await waitUntil(() => settings.sites.patterns.includes('news.example.org'));
  await waitUntil(() => notice().includes('switched off on this site'));
  await labelled('On news.example.org').click();
  await waitUntil(() => settings.sites.patterns.length === 0);
});

test.each([
  ['the click that mends', { enabled: false }, () => button('Switch on').click()],
  ['a switch', {}, () => labelled('On everywhere').click()],
])('%s that cannot be kept is told, and shows what holds', async (_title, held, press) => {
  settings = { ...defaultSettings, ...held };
  change.mockRejectedValueOnce(new Error('The store is full.'));
  openToolbar({});
  await waitUntil(() => place.querySelector('.switches'));
  await press();
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('The store is full.'));
  // Not only for a moment.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(place.querySelector('[role=alert]')?.textContent).toContain('The store is full.');
  expect(place.querySelector<HTMLInputElement>('.switches input')?.checked).toBe(settings.enabled);
});

test('a mention that is gone from the page is reported', async () => {
  services.revealMention.mockRejectedValueOnce(new Error('gone'));
  openToolbar({});
  await button('B 1 time').click();
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('no longer on the page'));
});

test('everything is reached by Tab in visual order', async () => {
  openToolbar({});
  await waitUntil(() => place.querySelector('li'));
  const seen: string[] = [];
  for (let step = 0; step < 9; step++) {
    await userEvent.keyboard('{Tab}');
    const active = document.activeElement as HTMLInputElement;
    seen.push(active.labels?.[0]?.textContent || active.getAttribute('aria-label') || active.textContent);
  }
  expect(seen.map((name) => name.replace(/(shortened|differs|\d).*/, ''))).toEqual([
    'This page’s briefing',
    'Library',
    'Options',
    'On everywhere',
    'On news.example.org',
    'A law',
    'B',
    'We stand ready to help',
    'Nothing was sold',
  ]);
});

const states: [string, Partial<Settings>, Partial<ToolbarPage> | undefined][] = [
  ['found', {}, {}],
  ['loading', {}, undefined],
  ['nothing', {}, { mentions: [], traces: [] }],
  ['closed', {}, { obstacle: 'browser-page', mentions: [], traces: [] }],
  ['permission', {}, { obstacle: 'permission', mentions: [], traces: [] }],
  ['off', { enabled: false }, {}],
];
test.each(states.flatMap((state) => (['light', 'dark'] as const).map((theme) => [...state, theme] as const)))(
  'axe finds nothing to mend: %s',
  async (_name, chosen, described, theme) => {
    settings = { ...settings, ...chosen, theme };
    openToolbar(described);
    await waitUntil(() => place.querySelector('li, .stop'));
    await waitUntil(() => document.documentElement.style.colorScheme === theme);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
      [],
    );
  },
);

test('a site in another script is called as its readers write it, and a homograph by its ASCII name', async () => {
  openToolbar({ site: 'xn--bcher-kva.example' });
  await labelled('On bücher.example').click();
  expect(change).toHaveBeenCalledExactlyOnceWith({
    kind: 'site',
    pattern: 'xn--bcher-kva.example',
    isOn: false,
  });
  notifyPage({ ...found, site: 'xn--80ak6aa92e.com' });
  await waitUntil(() => place.textContent?.includes('On xn--80ak6aa92e.com'));
});

test('in a private window the pop-up says, before anything is switched, that it is kept', async () => {
  openToolbar({ isPrivate: true });
  await waitUntil(() => place.querySelector('.switches .hint')?.textContent?.startsWith('Private window:'));
  notifyPage({ ...found, isPrivate: false });
  await waitUntil(() => place.querySelector('.switches .hint') === null);
});

test('a file, where only listed sites are read, is not said to mention nothing', async () => {
  settings = { ...settings, sites: { mode: 'only', patterns: ['example.org'] } };
  openToolbar({ site: '', isSiteOff: true, mentions: [], traces: [] });
  await waitUntil(() => notice().includes('only on the sites that you have listed'));
  expect(place.querySelector('.stop button')).toBeNull();
});

test('an entity that a card has hidden is listed, and shown again', async () => {
  services.readCardChange.mockResolvedValueOnce({ kind: 'entity', name: 'Example System' });
  openToolbar({});
  await waitUntil(() => place.textContent?.includes('Hidden by a card here: Example System.'));
  const undo = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo');
  undo?.click();
  await waitUntil(() => place.querySelector('.change [role=status]')?.textContent === 'Undone.');
  expect(services.undoCardChange).toHaveBeenCalledExactlyOnceWith(found.tabId);
  expect(place.textContent).not.toContain('Hidden by a card');
});
