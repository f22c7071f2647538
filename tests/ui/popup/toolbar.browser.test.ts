import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivePage, PageObstacle } from '../../../src/contracts/active-page.ts';
import type { PanelTab } from '../../../src/contracts/panel-request.ts';
import { changeSettings, type SettingsChange } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import popupStyles from '../../../src/ui/popup/popup.css?inline';
import { showToolbar, type ToolbarServices } from '../../../src/ui/popup/toolbar-view.tsx';
import type { AnnotatedArticle } from '../../../src/view-models/annotated-article.ts';
import { makePanelContent } from '../../../src/view-models/make-panel-content.ts';
import type { PanelContent } from '../../../src/view-models/panel-content.ts';
import { panelPack } from '../../view-models/panel-pack.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { keepServices, resetKeepServices } from '../keep/kept-services.ts';
import { open } from '../side-panel/shown-panel.ts';
import { waitUntil } from '../wait-until.ts';

const text = 'Acme paused Iris. “We will wait for rules.” Acme said more.';
const printed = text.indexOf('We will');
const reading: AnnotatedArticle = {
  title: 'A story',
  address: 'https://news.example.org/',
  date: '2020-06-11',
  blocks: [
    {
      text,
      mentions: [
        { entity: 'small/iris', name: 'Iris', start: 12, end: 16 },
        { entity: 'small/acme', name: 'Acme', start: 0, end: 4 },
        { entity: 'small/acme', name: 'Acme', start: 44, end: 48 },
      ],
      traces: [
        {
          ...{ statement: 'small/lee-letter', kind: 'verbatim', similarity: 1, speakerDiffers: false },
          ...{ differences: [], start: printed, end: text.indexOf('”') },
        },
      ],
    },
  ],
};

const briefOn = (panelContents: readonly PanelContent[]) => open(reading, panelContents).briefing;
const content = makePanelContent(panelPack, reading);
const found: ActivePage = { ...open(reading), site: 'news.example.org' };
const nothing = { briefing: open({ ...reading, blocks: [] }).briefing };
const entryCount = 3;

let settings: Settings;
let place: HTMLElement;
let notifyPage: (described: ActivePage) => void;
let reportProblem: (problem: unknown) => void;
/** The popup has requested the page, which it does after its first render. */
let isWatched = false;
const change = vi.fn(async (wanted: SettingsChange) => {
  settings = changeSettings(settings, wanted);
  return settings;
});
const services = {
  revealEntity: vi.fn(async () => {}),
  revealStatement: vi.fn(async () => {}),
  readCardChange: vi.fn<ToolbarServices['readCardChange']>(async () => null),
  undoCardChange: vi.fn(async () => {}),
  requestReading: vi.fn(async () => true),
  reloadTab: vi.fn(async () => {}),
  openFileAccess: vi.fn(async () => {}),
  openSettings: vi.fn(async () => {}),
  openLibrary: vi.fn(async () => {}),
  openPagePanel: vi.fn(async (_tab: PanelTab) => {}),
  kept: keepServices,
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
  resetKeepServices();
});

function openToolbar(described?: Partial<ActivePage>): void {
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

const headings = () => [...place.querySelectorAll('h2')].map(({ textContent }) => textContent);
const names = () => [...place.querySelectorAll('li .name')].map(({ textContent }) => textContent);

test('quotations come first, then what others report, then names: counted, and a click on one goes there', async () => {
  openToolbar({});
  await waitUntil(() => place.querySelector('li'));
  expect(headings()).toEqual([
    'Quotations on this page 1',
    'Others report, not found here 2',
    'Names on this page 2',
  ]);
  await button('Acme 3 outlets · 2 times').click();
  expect(services.revealEntity).toHaveBeenCalledExactlyOnceWith('small/acme');
  await page.getByRole('button', { name: /We will wait for rules.*word for word/ }).click();
  expect(services.revealStatement).toHaveBeenCalledExactlyOnceWith('small/lee-letter');
  expect(place.querySelector('main > [role=status]')?.textContent).toBe(
    '1 quotation, Others report, not found here: 2, 2 names',
  );
});

test.each([
  ['verbatim', 'word for word'],
  ['trimmed', 'shortened'],
  ['altered', 'differs in substance'],
] as const)('how the page prints a quotation is said (%s): %s', async (kind, said) => {
  const blocks = reading.blocks.map((block) => ({
    ...block,
    traces: block.traces.map((trace) => ({ ...trace, kind })),
  }));
  openToolbar({ briefing: open({ ...reading, blocks }).briefing });
  await waitUntil(() => place.querySelector('li'));
  const quoted = [...place.querySelectorAll('.quoted')].map(({ textContent }) => textContent);
  expect(quoted).toEqual([`We will wait for rules.${said}`]);
});

test.each([
  ['Others report, not found here 2', 'claims'],
  ['Quotations on this page 1', 'quotes'],
  ['Names on this page 2', 'names'],
  ['Side panel', 'overview'],
])('one click on "%s" opens the side panel at its tab "%s"', async (name, tab) => {
  openToolbar({});
  await waitUntil(() => place.querySelector('li'));
  await button(name).click();
  expect(services.openPagePanel).toHaveBeenCalledExactlyOnceWith(tab);
});

test('of many names the six with most to say are shown, and the others on demand', async () => {
  const mentioned = Array.from({ length: 20 }, (_, at) => ({
    ...{ ref: `small/entity-${at}`, title: `Name ${at}`, type: 'company' as const, count: 1 },
    ...{ outletCount: at % 7, isDisputed: at === 8 },
  }));
  openToolbar({ briefing: briefOn([{ ...content, mentioned }]) });
  await waitUntil(() => place.querySelector('li'));
  expect(names()).toEqual(['Name 8', 'Name 6', 'Name 13', 'Name 5', 'Name 12', 'Name 19']);
  await button('Show 14 more').click();
  expect(names()).toHaveLength(20);
  expect(headings().at(-1)).toBe('Names on this page 20');
});

test('names of several packs are in one list, in the language of each', async () => {
  const other = makePanelContent(
    { ...panelPack, id: 'other', language: 'de' },
    {
      ...reading,
      blocks: [
        { text: 'Iris', mentions: [{ entity: 'other/iris', name: 'Iris', start: 0, end: 4 }], traces: [] },
      ],
    },
  );
  openToolbar({ briefing: briefOn([content, other]) });
  await waitUntil(() => names().length === 3);
  expect(headings().at(-1)).toBe('Names on this page 3');
  const languages = [...place.querySelectorAll('li .name')].map((one) => one.getAttribute('lang'));
  expect(languages).toEqual(['en', 'en', 'de']);
});

test('a page that has not been read is not said to mention nothing', async () => {
  openToolbar({ briefing: null });
  await waitUntil(() => notice().includes('has not read this page yet'));
  expect(place.querySelector('main > [role=status]')?.textContent).toContain('has not read this page yet');
});

test('without a pack the pop-up says so', async () => {
  openToolbar({ briefing: briefOn([]) });
  await waitUntil(() => notice().includes('No pack is switched on'));
});

test('while the page is being read the pop-up says so, and then follows what it mentions', async () => {
  openToolbar();
  await waitUntil(() => isWatched && notice() === 'Reading this page …');
  notifyPage({ ...found, ...nothing });
  await waitUntil(() => notice().includes('mentions nothing that Sidelight knows'));
  notifyPage(found);
  await waitUntil(() => place.querySelectorAll('li').length === entryCount);
});

test('a background that does not answer is reported with what to do', async () => {
  openToolbar();
  await waitUntil(() => isWatched);
  reportProblem(new Error('gone'));
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('is not responding'));
  expect(place.querySelector('.stop')).toBeNull();
});

test.each<[PageObstacle, string]>([
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
    openToolbar({ obstacle, briefing: null });
    await waitUntil(() => notice().includes(said));
    expect(place.querySelector('.stop button')).toBeNull();
    expect(place.querySelectorAll('[role=switch]')).toHaveLength(1);
  },
);

test.each<[PageObstacle, string, string, keyof typeof services]>([
  ['permission', 'until you allow it', 'Let Sidelight read pages', 'requestReading'],
  ['files', 'may not read files', 'Open these settings', 'openFileAccess'],
  ['not-reached', 'has not reached this page', 'Reload this page', 'reloadTab'],
])('where something stands in the way (%s), one click mends it', async (obstacle, said, label, service) => {
  openToolbar({ obstacle, briefing: null });
  await waitUntil(() => notice().includes(said));
  await button(label).click();
  expect(services[service]).toHaveBeenCalledOnce();
  notifyPage(found);
  // The button is gone; the keyboard continues from its place.
  await waitUntil(() => document.activeElement === place.querySelector('.page-state'));
  expect(place.querySelectorAll('li')).toHaveLength(entryCount);
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
  await waitUntil(() => place.querySelectorAll('li').length === entryCount);
  await waitUntil(() => document.activeElement === place.querySelector('.page-state'));
});

test('this site is switched off and on', async () => {
  openToolbar({});
  await labelled('Sidelight on news.example.org').click();
  await waitUntil(() => settings.sites.patterns.includes('news.example.org'));
  await waitUntil(() => notice().includes('switched off on this site'));
  await labelled('Sidelight on news.example.org').click();
  await waitUntil(() => settings.sites.patterns.length === 0);
});

test.each([
  ['the click that mends', { enabled: false }, () => button('Switch on').click()],
  ['a switch', {}, () => labelled('Sidelight on all sites').click()],
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
  services.revealEntity.mockRejectedValueOnce(new Error('gone'));
  openToolbar({});
  await button('Iris 2 outlets · 1 time').click();
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('no longer on the page'));
});

test('everything is reached by Tab in visual order', async () => {
  openToolbar({});
  await waitUntil(() => place.querySelector('li'));
  const seen: string[] = [];
  for (let step = 0; step < 12; step++) {
    await userEvent.keyboard('{Tab}');
    const active = document.activeElement as HTMLInputElement;
    seen.push((active.labels?.[0]?.textContent || active.textContent).trim());
  }
  expect(seen).toEqual([
    'Sidelight on all sites',
    'Sidelight on news.example.org',
    'Keep all articles in this window',
    'Quotations on this page 1',
    'We will wait for rules.word for word',
    'Others report, not found here 2',
    'Names on this page 2',
    'Acme 3 outlets · 2 times',
    'Iris 2 outlets · 1 time',
    'Side panel',
    'Library',
    'Options',
  ]);
});

const states: [string, Partial<Settings>, Partial<ActivePage> | undefined][] = [
  ['found', {}, {}],
  ['loading', {}, undefined],
  ['nothing', {}, nothing],
  ['unread', {}, { briefing: null }],
  ['closed', {}, { obstacle: 'browser-page', briefing: null }],
  ['permission', {}, { obstacle: 'permission', briefing: null }],
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
  await labelled('Sidelight on bücher.example').click();
  expect(change).toHaveBeenCalledExactlyOnceWith({
    kind: 'site',
    pattern: 'xn--bcher-kva.example',
    isOn: false,
  });
  notifyPage({ ...found, site: 'xn--80ak6aa92e.com' });
  await waitUntil(() => place.textContent?.includes('Sidelight on xn--80ak6aa92e.com'));
});

test('in a private window the pop-up says, before anything is switched, that it is kept', async () => {
  openToolbar({ isPrivate: true });
  await waitUntil(() => place.querySelector('.switches .hint')?.textContent?.startsWith('Private window:'));
  notifyPage({ ...found, isPrivate: false });
  await waitUntil(() => place.querySelector('.switches .hint') === null);
});

test('a file, where only listed sites are read, is not said to mention nothing', async () => {
  settings = { ...settings, sites: { mode: 'only', patterns: ['example.org'] } };
  openToolbar({ site: '', stoppedBy: 'site', briefing: null });
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
