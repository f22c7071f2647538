import { vi } from 'vitest';
import type { ActivePage } from '../../src/contracts/active-page.ts';
import type { PanelTab } from '../../src/contracts/panel-request.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import libraryStyles from '../../src/ui/library/library.css?inline';
import { showLibrary } from '../../src/ui/library/library.tsx';
import { createLibraryService } from '../../src/ui/library/worker/library-service.ts';
import optionsStyles from '../../src/ui/options/options.css?inline';
import { showOptions } from '../../src/ui/options/options-view.tsx';
import popupStyles from '../../src/ui/popup/popup.css?inline';
import { showToolbar, type ToolbarServices } from '../../src/ui/popup/toolbar-view.tsx';
import panelStyles from '../../src/ui/side-panel/panel.css?inline';
import { showPanel } from '../../src/ui/side-panel/panel.tsx';
import welcomeStyles from '../../src/ui/welcome/welcome.css?inline';
import { showWelcome } from '../../src/ui/welcome/welcome-view.tsx';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import type { PanelContent } from '../../src/view-models/panel-content.ts';
import { panelPack } from '../view-models/panel-pack.ts';
import { bridgeArticles, story as keptStory } from '../view-models/stories/kept-story.ts';
import { adoptStyles } from './adopt-styles.ts';
import { comparison, keepServices, kept } from './keep/kept-services.ts';
import { noKept, readerOf } from './library/kept-reader.ts';
import { libraryPack } from './library/library-pack.ts';
import { noFiles } from './library/no-files.ts';
import { makeEmptyOptions } from './options/empty-options.ts';
import { pack } from './options/listed-pack.ts';
import { open, said, story } from './side-panel/shown-panel.ts';
import { waitUntil } from './wait-until.ts';
import { readExample } from './welcome/empty-welcome.ts';

const settings = {
  ...defaultSettings,
  language: 'en',
  hiddenEntities: ['test/some-entity-with-a-long-name'],
  sites: { mode: 'everywhere-but' as const, patterns: ['a-newspaper-with-a-long-name.example.org'] },
};
const reading = { ...story, title: 'A story about Acme and its system Iris, which was paused' };
const nothing = async () => undefined;
const appearance = { theme: 'light', language: 'en' } as const;

const packs = {
  list: async () =>
    ['The test pack, with a title of some length', 'Another'].map((title, at) => ({
      id: `pack-${at}`,
      title,
      version: '1.2.0',
      language: 'en',
      licence: 'CC-BY-4.0',
      knownTo: '2024-06-28',
      counts: { topics: 3, entities: 1200, names: 4000, statements: 12, claims: 1, sources: 5, events: 0 },
      topics: [],
      isBuiltIn: at === 0,
      isEnabled: true,
    })),
  watch: () => undefined,
  startImport: () => ({ read: vi.fn(), store: vi.fn(), stop: vi.fn() }),
  enable: nothing,
  order: nothing,
  remove: async () => async () => true,
  readStorage: async () => ({
    isPersisted: false,
    gone: [{ id: 'gone', title: 'A pack that is gone, with a title of some length', version: '2.1.0' }],
  }),
  forgetGone: nothing,
};

/** The library, at the page of the address. */
function drawLibrary(hash: string) {
  return (place: HTMLElement) => {
    history.replaceState(null, '', hash);
    showLibrary(place, {
      service: createLibraryService(readerOf([keptStory], bridgeArticles)),
      readPacks: async () => [JSON.stringify(libraryPack)],
      watchPacks: () => undefined,
      watchSettings: (onChange) => onChange(settings),
      changeSettings: async () => settings,
      openSettings: nothing,
      kept: noKept,
      files: noFiles,
    });
  };
}

const openPage = (panelContents: readonly PanelContent[], state: Partial<ActivePage> = {}): ActivePage => ({
  ...open(reading, panelContents),
  site: 'a-newspaper-with-a-long-name.example.com',
  ...state,
});
const closedPage = (state: Partial<ActivePage>) => openPage([], { briefing: null, ...state });

/** A page that is kept, beside others. */
const keptPage = {
  ...keepServices,
  getKeptPage: async () => ({ obstacle: null, kept }),
  compareWithKept: async () => comparison,
};

const drawPanel = (shown: ActivePage | undefined, tab?: PanelTab) => (place: HTMLElement) =>
  showPanel(place, {
    watchAppearance: (onChange) => onChange(appearance),
    watchPage: (onPage) => shown && onPage(shown),
    watchRequests: (onRequest) => tab && onRequest({ tabId: 1, tab }),
    clearRequest: () => undefined,
    revealEntity: nothing,
    revealStatement: nothing,
    step: nothing,
    kept: tab === 'kept' ? keptPage : keepServices,
  });

const settingsCalls = {
  readSettings: async () => settings,
  watchSettings: () => undefined,
  changeSettings: async () => settings,
};
const entities = ['Acme', 'The Institute for Standards of Identification and Recognition'].map(
  (title, at) => ({
    ref: `test/${at}`,
    title,
    topic: 'test/laws',
    names: [title],
  }),
);

/** What is known of the page, with a long name and a long quotation. */
function makeContent(): PanelContent {
  const content = makePanelContent(panelPack, reading);
  const [quotation] = content.quoted;
  if (quotation === undefined) throw new Error('The page quotes.');
  return {
    ...content,
    mentioned: entities.map(({ ref, title }, at) => ({
      ...{ ref, title, type: 'company' as const, count: 12 * at + 1 },
      ...{ outletCount: at, isDisputed: at === 1 },
    })),
    quoted: [quotation, { ...quotation, text: `${said} `.repeat(8) }].map((one, at) => ({
      ...one,
      statement: { ...one.statement, ref: `small/letter-${at}` },
    })),
  };
}

/** The popup on a page with mentions and quotations. */
export const drawToolbar =
  (given: Partial<ToolbarServices> = {}) =>
  (place: HTMLElement) =>
    showToolbar(place, {
      ...settingsCalls,
      watchPage: (onPage) => onPage(openPage([makeContent()])),
      revealEntity: nothing,
      revealStatement: nothing,
      readCardChange: async () => ({ kind: 'entity', name: 'Example System' }),
      undoCardChange: nothing,
      requestReading: async () => true,
      reloadTab: nothing,
      openFileAccess: nothing,
      openSettings: nothing,
      openLibrary: nothing,
      openPagePanel: nothing,
      kept: keepServices,
      ...given,
    });

interface Surface {
  readonly styles: string;
  draw(place: HTMLElement): void;
  /** Selector of an element that exists once the surface is fully rendered. */
  readonly drawn: string;
}

/** Each surface with content, by its name. */
export const surfaces: Readonly<Record<string, Surface>> = {
  options: {
    styles: optionsStyles,
    drawn: '#topics input',
    draw: (place) =>
      showOptions(place, {
        ...makeEmptyOptions(settings),
        packs,
        getPacks: async () => [pack],
        listEntities: async () => entities,
        getEntities: async () => entities,
        getShortcuts: async () => [{ command: 'next-mention', keys: 'Alt+Shift+J' }],
      }),
  },
  toolbar: { styles: popupStyles, drawn: 'input, .page-state', draw: drawToolbar() },
  'toolbar of a kept page': {
    styles: popupStyles,
    drawn: 'main:has(.comparison-line) .kept',
    draw: drawToolbar({ kept: keptPage }),
  },
  'toolbar with a notice and an alert': {
    styles: popupStyles,
    drawn: 'main:has(.remedy) .problem:not(:empty)',
    draw: drawToolbar({
      readSettings: async () => ({ ...settings, enabled: false }),
      watchPage: (onPage, onProblem) => {
        onPage(openPage([makeContent()]));
        onProblem(new Error('The background is not responding'));
      },
    }),
  },
  panel: {
    styles: panelStyles,
    drawn: '.pack-provenance',
    draw: drawPanel(openPage([makePanelContent(panelPack, reading)])),
  },
  'panel’s quotes': {
    styles: panelStyles,
    drawn: '.quotation',
    draw: drawPanel(openPage([makeContent()]), 'quotes'),
  },
  'panel’s claims': {
    styles: panelStyles,
    drawn: '.claim',
    draw: drawPanel(openPage([makePanelContent(panelPack, reading)]), 'claims'),
  },
  'panel’s names': {
    styles: panelStyles,
    drawn: '[role=tabpanel]:not([hidden]) .names',
    draw: drawPanel(openPage([makeContent()]), 'names'),
  },
  'panel’s timeline': {
    styles: panelStyles,
    drawn: '.timeline',
    draw: drawPanel(openPage([makePanelContent(panelPack, reading)]), 'timeline'),
  },
  'panel’s kept articles': {
    styles: panelStyles,
    drawn: '[role=tabpanel]:not([hidden]) .compared',
    draw: drawPanel(openPage([makeContent()]), 'kept'),
  },
  'panel without a page': {
    styles: panelStyles,
    drawn: '.stop',
    draw: drawPanel(closedPage({ obstacle: 'restricted' })),
  },
  'panel stopped': {
    styles: panelStyles,
    drawn: '.stop',
    draw: drawPanel(closedPage({ stoppedBy: 'disabled' })),
  },
  'panel of a page that was not read': {
    styles: panelStyles,
    drawn: '.stop',
    draw: drawPanel(closedPage({})),
  },
  'panel without a pack': {
    styles: panelStyles,
    drawn: '.stop',
    draw: drawPanel(openPage([])),
  },
  'panel that waits': { styles: panelStyles, drawn: '.stop', draw: drawPanel(undefined) },
  welcome: {
    styles: welcomeStyles,
    drawn: '.tries, ol, h2',
    draw: (place) =>
      showWelcome(place, {
        ...settingsCalls,
        getPacks: async () => [pack],
        watchPacks: () => undefined,
        startExample: nothing,
        readExample,
        isReadingPermitted: async () => false,
        watchReadingPermission: () => undefined,
        requestReading: async () => true,
        readShortcut: async () => 'Alt+Shift+J',
        openPagePanel: nothing,
        openSettings: nothing,
        openLibrary: nothing,
      }),
  },
  'library’s first page': { styles: libraryStyles, drawn: 'main h1, main h2', draw: drawLibrary('#/') },
  'library’s search': { styles: libraryStyles, drawn: 'main li', draw: drawLibrary('#/search?q=acme') },
  'library’s entity': { styles: libraryStyles, drawn: 'main h1', draw: drawLibrary('#/entity/small/acme') },
  'library’s stories': { styles: libraryStyles, drawn: '.story-list', draw: drawLibrary('#/stories') },
  'library’s story': {
    styles: libraryStyles,
    drawn: '.utterance',
    draw: drawLibrary(`#/story/${keptStory.id}`),
  },
  'library’s kept article': {
    styles: libraryStyles,
    drawn: '.kept-text',
    draw: drawLibrary('#/kept/herald'),
  },
  'library’s source': { styles: libraryStyles, drawn: 'main h1', draw: drawLibrary('#/source/small/daily') },
};

/** Renders a surface and waits until its content is complete. */
export async function drawSurface(surface: string, place: HTMLElement): Promise<void> {
  const { styles, draw, drawn } = surfaces[surface] as Surface;
  adoptStyles(styles);
  draw(place);
  await waitUntil(() => document.documentElement.lang !== '' && place.querySelector(drawn));
  // Components that measure their size (the timeline) render again afterwards.
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
