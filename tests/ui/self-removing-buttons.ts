import type { PackImport } from '../../src/contracts/pack-import.ts';
import type { PackPreview } from '../../src/knowledge/pack-preview.ts';
import { changeSettings } from '../../src/settings/change-settings.ts';
import { writeExportFile } from '../../src/settings/export/export-file.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import optionsStyles from '../../src/ui/options/options.css?inline';
import type { OptionsServices } from '../../src/ui/options/options-services.ts';
import { showOptions } from '../../src/ui/options/options-view.tsx';
import popupStyles from '../../src/ui/popup/popup.css?inline';
import welcomeStyles from '../../src/ui/welcome/welcome.css?inline';
import { showWelcome, type WelcomeServices } from '../../src/ui/welcome/welcome-view.tsx';
import { emptyState } from '../settings/export/empty-state.ts';
import { adoptStyles } from './adopt-styles.ts';
import { drawToolbar } from './drawn-surfaces.ts';
import { drawFailingLibrary } from './library/draw-failing-library.ts';
import { makeEmptyOptions } from './options/empty-options.ts';
import { waitForButton } from './press-button.ts';
import { waitUntil } from './wait-until.ts';
import { makeEmptyWelcome } from './welcome/empty-welcome.ts';

interface SelfRemovingButton {
  readonly surface: string;
  /** The name of a button that disappears when it is pressed. */
  readonly button: string;
  /** The element that has or contains the focus afterwards. */
  readonly arrives: string;
  /** Renders the surface and brings it to the state with the button. */
  draw(place: HTMLElement): Promise<void>;
}

/** Presses the button that leads to another one. */
async function pressFirst(place: HTMLElement, name: string): Promise<void> {
  const button = await waitForButton(place, name);
  button.focus();
  button.click();
}

function drawWelcome(settings: Partial<Settings>, given: Partial<WelcomeServices> = {}) {
  return async (place: HTMLElement) => {
    adoptStyles(welcomeStyles);
    const empty = makeEmptyWelcome({ ...defaultSettings, language: 'en', ...settings });
    showWelcome(place, { ...empty, ...given });
    await waitUntil(() => place.querySelector('.example-state button, .permission button'));
  };
}

/** The browser reports the permission once it is granted. */
function permission(): Partial<WelcomeServices> {
  let notify: (isPermitted: boolean) => void = () => undefined;
  return {
    isReadingPermitted: async () => false,
    watchReadingPermission(onChange) {
      notify = onChange;
    },
    async requestReading() {
      notify(true);
      return true;
    },
  };
}

const counts = { entities: 1, names: 1, sources: 1, statements: 0, claims: 0, events: 0 };
const listed = { title: 'Rivers', version: '1.0.0', language: 'en', licence: 'MIT', knownTo: '2024-01-31' };
const preview: PackPreview = {
  ...listed,
  id: 'rivers',
  counts,
  topics: [],
  samples: [],
  knownNames: { count: 0, samples: [] },
};

interface OptionsSteps {
  readonly settings?: Partial<Settings>;
  readonly given?: (empty: OptionsServices) => Partial<OptionsServices>;
  readonly file?: { readonly field: number; readonly content: string };
  readonly presses?: readonly string[];
}

/** The options page with what a row needs, after the presses that lead to its button. */
function drawOptions({ settings = {}, given = () => ({}), file, presses = [] }: OptionsSteps) {
  return async (place: HTMLElement) => {
    let held: Settings = { ...defaultSettings, language: 'en', ...settings };
    const empty = makeEmptyOptions(held);
    adoptStyles(optionsStyles);
    await showOptions(place, {
      ...empty,
      readSettings: async () => held,
      async changeSettings(change) {
        held = changeSettings(held, change);
        return held;
      },
      ...given(empty),
    });
    await waitForButton(place, 'Reset everything …');
    if (file !== undefined) chooseFile(place, file.field, file.content);
    for (const name of presses) await pressFirst(place, name);
  };
}

function chooseFile(place: HTMLElement, field: number, content: string): void {
  const input = place.querySelectorAll<HTMLInputElement>('input[type=file]')[field] as HTMLInputElement;
  const chosen = new DataTransfer();
  chosen.items.add(new File([content], 'mine.json', { type: 'application/json' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const withImport =
  (store: PackImport<File>['store'], read?: PackImport<File>['read']) => (empty: OptionsServices) => ({
    packs: {
      ...empty.packs,
      startImport: () => ({ read: read ?? (async () => ({ preview })), store, stop: () => undefined }),
    },
  });
const endless = () => new Promise<never>(() => undefined);
const stored = async () => async () => true;

const withBefore = (empty: OptionsServices) => {
  let isBack = false;
  return {
    backup: {
      ...empty.backup,
      readRestorePoint: async () => (isBack ? undefined : { why: 'reset' as const, atMs: 0 }),
      async restorePrevious() {
        isBack = true;
        return [];
      },
    },
  };
};

const withPacks = (empty: OptionsServices) => {
  let ids = ['a', 'b'];
  return {
    packs: {
      ...empty.packs,
      list: async () =>
        ids.map((id) => ({
          ...listed,
          id,
          title: `Pack ${id}`,
          counts,
          topics: [],
          isBuiltIn: false,
          isEnabled: true,
        })),
      async remove(id: string) {
        ids = ids.filter((one) => one !== id);
        return async () => true;
      },
    },
  };
};

const withGonePack = (empty: OptionsServices) => {
  let gone = [{ id: 'rivers', title: 'Rivers', version: '1.0.0' }];
  return {
    packs: {
      ...empty.packs,
      readStorage: async () => ({ isPersisted: false, gone }),
      async forgetGone() {
        gone = [];
      },
    },
  };
};

const exported = writeExportFile({ ...emptyState, settings: { theme: 'dark' } }).join('');

async function drawSwitchedOff(place: HTMLElement): Promise<void> {
  let held: Settings = { ...defaultSettings, language: 'en', enabled: false };
  const draw = drawToolbar({
    readSettings: async () => held,
    async changeSettings(change) {
      held = changeSettings(held, change);
      return held;
    },
    watchPage: (onPage) =>
      onPage({
        tabId: 1,
        address: 'https://news.example/',
        site: 'news.example',
        obstacle: null,
        isPrivate: false,
        stoppedBy: null,
        briefing: null,
      }),
  });
  adoptStyles(popupStyles);
  draw(place);
  await waitUntil(() => place.querySelector('.remedy'));
}

const site = { sites: { mode: 'everywhere-but' as const, patterns: ['a.example', 'b.example'] } };
const exception = { entity: 'test/a', name: 'Case', host: 'a.example' };

/** Every self-removing button of a surface, with the place of the focus afterwards. */
export const selfRemovingButtons: readonly SelfRemovingButton[] = [
  {
    surface: 'welcome',
    button: 'Switch on',
    arrives: 'section[aria-labelledby=example]',
    draw: drawWelcome({ enabled: false }),
  },
  {
    surface: 'welcome, pack off',
    button: 'Switch on',
    arrives: 'section[aria-labelledby=example]',
    draw: drawWelcome({ builtInPackEnabled: false }),
  },
  {
    surface: 'welcome, permission',
    button: 'Let Sidelight read pages',
    arrives: '.permission-state',
    draw: drawWelcome({}, permission()),
  },
  {
    surface: 'options, pack kept',
    button: 'Import',
    arrives: '.import-pack',
    draw: drawOptions({ given: withImport(stored), file: { field: 0, content: '{}' } }),
  },
  {
    surface: 'options, pack not agreed to',
    button: 'Cancel',
    arrives: '.import-pack',
    draw: drawOptions({ given: withImport(stored), file: { field: 0, content: '{}' } }),
  },
  {
    surface: 'options, reading a pack',
    button: 'Cancel',
    arrives: '.import-pack',
    draw: drawOptions({ given: withImport(stored, endless), file: { field: 0, content: '{}' } }),
  },
  {
    surface: 'options, keeping a pack',
    button: 'Import',
    arrives: '.import-pack',
    draw: drawOptions({ given: withImport(endless), file: { field: 0, content: '{}' } }),
  },
  ...['Import', 'Cancel'].map((button) => ({
    surface: 'options, a file',
    button,
    arrives: '.import-file',
    draw: drawOptions({ file: { field: 1, content: exported } }),
  })),
  {
    surface: 'options, a refused file',
    button: 'Close',
    arrives: '.import-file',
    draw: drawOptions({ file: { field: 1, content: '{}' } }),
  },
  {
    surface: 'options',
    button: 'Reset everything …',
    arrives: '.question',
    draw: drawOptions({}),
  },
  ...['Reset', 'Cancel'].map((button) => ({
    surface: 'options, reset',
    button,
    arrives: '.reset',
    draw: drawOptions({ presses: ['Reset everything …'] }),
  })),
  {
    surface: 'options, after a reset',
    button: 'Restore',
    arrives: '.backup-outcome',
    draw: drawOptions({ given: withBefore }),
  },
  ...['Remove', 'Keep it'].map((button) => ({
    surface: 'options, a pack',
    button,
    arrives: '.packs',
    draw: drawOptions({ given: withPacks, presses: ['Remove Pack a'] }),
  })),
  {
    surface: 'options, a pack that is gone',
    button: 'Stop showing this',
    arrives: '.pack-storage',
    draw: drawOptions({ given: withGonePack }),
  },
  {
    surface: 'options, sites',
    button: 'Remove b.example',
    arrives: '.site-rules button',
    draw: drawOptions({ settings: site }),
  },
  {
    surface: 'options, hidden entities',
    button: 'Show again: test/a',
    arrives: '.hidden-entities',
    draw: drawOptions({ settings: { hiddenEntities: ['test/a'] } }),
  },
  {
    surface: 'options, wrong matches',
    button: 'Mark again: “Case” on a.example',
    arrives: '.exceptions',
    draw: drawOptions({ settings: { exceptions: [exception] } }),
  },
  {
    surface: 'library, filters',
    button: 'Remove all filters',
    arrives: '.filters > div',
    draw: drawFailingLibrary('#/search?q=river&type=company'),
  },
  {
    surface: 'library, the last results',
    button: 'Show 10 more',
    arrives: '.result:nth-child(21) a',
    draw: drawFailingLibrary('#/search?q=river'),
  },
  {
    surface: 'library, a search that failed',
    button: 'Try again',
    arrives: 'main',
    draw: drawFailingLibrary('#/search?q=river', { failures: 1 }),
  },
  {
    surface: 'library, a page that failed',
    button: 'Try again',
    arrives: 'main',
    draw: drawFailingLibrary('#/entity/small/river-1', { failures: 1 }),
  },
  {
    surface: 'library, what is typed',
    button: 'Clear the search',
    arrives: '.search input',
    draw: drawFailingLibrary('#/search?q=river'),
  },
  { surface: 'toolbar', button: 'Switch on', arrives: '.page-state', draw: drawSwitchedOff },
];
