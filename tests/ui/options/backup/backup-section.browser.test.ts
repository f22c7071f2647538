import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeSettings } from '../../../../src/settings/change-settings.ts';
import { BackupVerificationError } from '../../../../src/settings/export/backup-verification-error.ts';
import { type ExportedState, writeExportFile } from '../../../../src/settings/export/export-file.ts';
import type { FileProblem } from '../../../../src/settings/export/export-problem.ts';
import { readExportFile } from '../../../../src/settings/export/read-export-file.ts';
import { readSettings } from '../../../../src/settings/read-settings.ts';
import { defaultSettings, type Settings } from '../../../../src/settings/settings.ts';
import { differencesFromDefaults } from '../../../../src/settings/stored/settings-items.ts';
import optionsStyles from '../../../../src/ui/options/options.css?inline';
import { showOptions } from '../../../../src/ui/options/options-view.tsx';
import { makeTinyPack } from '../../../storage/tiny-pack.ts';
import { keptArticleOf, storyOf } from '../../../stories/kept/kept-article-of.ts';
import { adoptStyles } from '../../adopt-styles.ts';
import { clearSurface } from '../../clear-surface.ts';
import { waitUntil } from '../../wait-until.ts';
import { chosenSettings as chosen } from './chosen-settings.ts';

/** A reader's machine, as far as the page sees it. */
const nothingKept: ExportedState['kept'] = { stories: [], articles: [] };

let settings: Settings;
let damaged: ExportedState['damaged'];
let packs: ExportedState['packs'];
let kept: ExportedState['kept'];
let before: { why: 'reset' | 'import'; atMs: number; state: ExportedState } | undefined;
let failure: Error | undefined;
let left: readonly FileProblem[] = [];
let notifyPacks: () => void = () => {};
let notify: (settings: Settings) => void = () => {};
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(optionsStyles);
  settings = chosen;
  damaged = [];
  packs = [{ isEnabled: true, id: 'rivers', text: JSON.stringify(makeTinyPack('rivers')) }];
  kept = nothingKept;
  before = undefined;
  failure = undefined;
  left = [];
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => clearSurface(place));

const readState = async (): Promise<ExportedState> => ({
  settings: differencesFromDefaults(settings),
  damaged,
  packs,
  kept,
});

function hold(state: ExportedState, why?: 'reset' | 'import', former?: ExportedState): void {
  if (failure !== undefined) throw failure;
  before = why && former && { why, atMs: 0, state: former };
  settings = readSettings(state.settings);
  damaged = state.damaged;
  packs = state.packs;
  kept = state.kept;
  notify(settings);
}

async function openOptions(): Promise<void> {
  await drawOptions();
  await waitUntil(() => place.querySelector('#backup button:not([disabled])'));
  await waitUntil(() => isEnabled('Reset everything …'));
}

function watchStored(onChange: () => void): void {
  const others = notifyPacks;
  notifyPacks = () => {
    others();
    onChange();
  };
}

async function drawOptions(): Promise<void> {
  await showOptions(place, {
    readSettings: async () => settings,
    watchSettings: (onChange) => {
      notify = onChange;
    },
    changeSettings: async (change) => {
      settings = changeSettings(settings, change);
      return settings;
    },
    getPacks: async () => [],
    packs: {
      list: async () => [],
      watch: watchStored,
      startImport: () => ({ read: vi.fn(), store: vi.fn(), stop: vi.fn() }),
      enable: vi.fn(),
      order: vi.fn(),
      remove: vi.fn(),
      readStorage: async () => ({ isPersisted: true, gone: [] }),
      forgetGone: vi.fn(),
    },
    getEntities: async (refs) =>
      refs.filter((ref) => ref === 'test/a').map((ref) => ({ ref, title: 'Entity A' })),
    listEntities: async () => [],
    getShortcuts: async () => [],
    openShortcutSettings: async () => false,
    kept: {
      read: async () => ({
        articles: kept.articles.length,
        stories: kept.stories.length,
        storedBytes: 2_340_000,
        isPersisted: false,
      }),
      watch: watchStored,
      async deleteAll() {
        if (failure !== undefined) throw failure;
        kept = nothingKept;
        before = undefined;
        notifyPacks();
      },
    },
    watchStored,
    backup: {
      readState,
      async writeFile() {
        const state = await readState();
        return { file: new Blob(writeExportFile(state)), state };
      },
      readFile: async (file) => readExportFile(await file.text(), file.name),
      readRestorePoint: async () => before,
      async importState(state) {
        hold(state, 'import', await readState());
        return [{ file: 'f', path: 'packs[0].id', code: 'idOfBuiltIn', values: { id: 'a', title: 'A' } }];
      },
      async reset(removes) {
        const former = await readState();
        const left = { packs: removes.packs ? [] : packs, kept: removes.kept ? nothingKept : kept };
        hold({ settings: {}, damaged: [], ...left }, 'reset', former);
      },
      async restorePrevious() {
        if (before) hold(before.state);
        return left;
      },
    },
  });
}

const backup = () => place.querySelector('#backup')?.textContent ?? '';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const isEnabled = (name: string) => !(button(name).element() as HTMLButtonElement).disabled;

async function choose(content: string, name = 'mine.json'): Promise<void> {
  await userEvent.upload(
    place.querySelector('#backup input[type=file]') as HTMLInputElement,
    new File([content], name, { type: 'application/json' }),
  );
  await waitUntil(() => backup().includes(name));
}

test('wrong matches are listed in words and can be marked again', async () => {
  await openOptions();
  await waitUntil(() => place.querySelector('#exceptions')?.textContent?.includes('Entity A'));
  const lines = [...place.querySelectorAll('#exceptions li > span')].map((line) => line.textContent);
  expect(lines).toEqual([
    '“Amazon” on a.org does not mean Entity A',
    '“Case” beside “in any” on b.org does not mean gone/b',
    '“Case” beside “study” does not mean gone/b',
  ]);
  await button('Mark again: “Case” beside “study”').click();
  await waitUntil(() => settings.exceptions.length === 2);
  await button('Undo').click();
  await waitUntil(() => settings.exceptions.length === 3);
});

test('what would be reset is shown first, nothing happens on cancelling, and all can be restored', async () => {
  await openOptions();
  await button('Reset everything …').click();
  await waitUntil(() => backup().includes('This will be reset: 1 setting, 2 sites, 3 wrong matches.'));
  await page.getByLabelText('Also remove the imported pack').click();
  await waitUntil(() => backup().includes('3 wrong matches, 1 imported pack.'));
  await button('Cancel').click();
  await waitUntil(() => isEnabled('Reset everything …'));
  expect(settings).toEqual(chosen);

  await button('Reset everything …').click();
  await button('Reset').click();
  await waitUntil(() => backup().includes('Everything was reset.'));
  expect([settings, packs.length]).toEqual([defaultSettings, 1]);
  await button('Restore').click();
  await waitUntil(() => backup().includes('Everything was restored.'));
  expect(settings).toEqual(chosen);
  expect(backup()).not.toContain('Restore');
});

test('the content of a file is shown first, and imported on agreement with what could not be used', async () => {
  const file = writeExportFile(await readState()).join('');
  settings = defaultSettings;
  await openOptions();
  await choose(file);
  await waitUntil(() =>
    backup().includes('mine.json contains: 1 setting, 2 sites, 3 wrong matches, 1 imported pack.'),
  );
  expect(settings).toEqual(defaultSettings);
  await button('Import').click();
  await waitUntil(() => backup().includes('1 item in the file could not be used:'));
  expect(backup()).toContain(
    'packs[0].id "a" is the id of “A”, which comes with Sidelight and cannot be replaced. Give the pack an id of its own.',
  );
  expect(settings).toEqual(chosen);
  expect(backup()).toContain('What you had before the import');
});

test.each([
  ['no export', '{"a":1}', 'This is not a file that Sidelight exported.'],
  ['no JSON', '<b>x</b>', 'Invalid JSON'],
])('a file that is %s is refused with the reason, and nothing is offered', async (_what, content, reason) => {
  await openOptions();
  await choose(content);
  await waitUntil(() => backup().includes('mine.json cannot be imported. Nothing was changed.'));
  await waitUntil(() => backup().includes(reason));
  expect(button('Import').elements()).toEqual([]);
  await button('Close').click();
  await waitUntil(() => !backup().includes('mine.json'));
});

test('a file that is only partly good says what is left out, as text', async () => {
  await openOptions();
  const state = await readState();
  await choose(
    writeExportFile({
      ...state,
      settings: { ...state.settings, theme: '<img src=x onerror=alert(1)>' },
    }).join(''),
  );
  await waitUntil(() => backup().includes('settings.theme'));
  expect(backup()).toContain('"<img src=x onerror=alert(1)>"');
  expect(place.querySelector('#backup img')).toBeNull();
});

test('a store that refuses is reported, and nothing is lost', async () => {
  await openOptions();
  failure = new Error('The store is full.');
  await button('Reset everything …').click();
  await button('Reset').click();
  await waitUntil(() =>
    place.querySelector('#backup [role=alert]')?.textContent?.includes('The store is full.'),
  );
  expect(settings).toEqual(chosen);
});

test('everything is saved as a file that says what it holds', async () => {
  await openOptions();
  const saved = new Promise<string>((resolve) => {
    const click = HTMLAnchorElement.prototype.click;
    // The link is never in the page: its click can be observed nowhere else.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      void fetch(this.href).then(async (reply) => resolve(`${this.download}\n${await reply.text()}`));
    };
  });
  await button('Export as a file').click();
  const [name, ...lines] = (await saved).split('\n');
  expect(name).toMatch(/^sidelight-\d{4}-\d\d-\d\d\.json$/);
  expect(lines.join('\n')).toBe(writeExportFile(await readState()).join(''));
  await waitUntil(() => backup().includes('Exported: 1 setting, 2 sites, 3 wrong matches, 1 imported pack.'));
});

test.each([
  ['en', '1 January 1970'],
  ['de', '1. Januar 1970'],
  ['es', '1 de enero de 1970'],
  ['fr', '1 janvier 1970'],
])(
  'in %s the time of what is still kept is written as the language chosen writes it',
  async (language, day) => {
    settings = { ...chosen, language };
    before = { why: 'import', atMs: Date.UTC(1970, 0, 1, 12), state: await readState() };
    await drawOptions();
    await waitUntil(() => place.querySelector('.restore-point')?.textContent?.includes(day));
  },
);

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, with a question open and values damaged',
  async (theme) => {
    settings = { ...chosen, theme };
    damaged = [{ key: 'settings.density', value: { odd: 1 } }];
    before = { why: 'import', atMs: 0, state: await readState() };
    await openOptions();
    await button('Reset everything …').click();
    await choose('{"format":"sidelight-export","formatVersion":1,"settings":{"theme":"sepia"}}');
    await waitUntil(() => backup().includes('This will be reset'));
    const { violations } = await axe.run(place, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  },
);

test('what is changed on the page counts at once: in the question, and while it is asked', async () => {
  settings = defaultSettings;
  await openOptions();
  await page.getByLabelText('Dark').click();
  await button('Reset everything …').click();
  await waitUntil(() => backup().includes('This will be reset: 1 setting.'));
  await button('Undo').click();
  await waitUntil(() => backup().includes('This will be reset: nothing that differs from the defaults.'));
});

test('a pack that comes or goes meanwhile counts at once', async () => {
  await openOptions();
  packs = [];
  notifyPacks();
  await button('Reset everything …').click();
  const question = () => place.querySelector('#backup .question')?.textContent;
  await waitUntil(() => question()?.includes('wrong matches.'));
  await waitUntil(() => !question()?.includes('imported pack'));
  packs = [{ isEnabled: true, id: 'rivers', text: '' }];
  notifyPacks();
  await waitUntil(() => question()?.includes('Also remove the imported pack'));
});

test('what is kept is removed by a reset only where that is asked for, and is restored', async () => {
  const { stamp: _stamp, ...story } = storyOf();
  const article = keptArticleOf('The ferry sails.');
  kept = { stories: [story], articles: [{ id: article.id, text: JSON.stringify(article) }] };
  await openOptions();
  await button('Reset everything …').click();
  await waitUntil(() => backup().includes('3 wrong matches.'));
  await button('Reset').click();
  await waitUntil(() => backup().includes('Everything was reset.'));
  expect(kept.articles).toHaveLength(1);

  await button('Reset everything …').click();
  await page.getByLabelText('Also remove the kept article').click();
  await waitUntil(() => backup().includes('This will be reset: 1 story, 1 kept article.'));
  await button('Reset').click();
  await waitUntil(() => kept.articles.length === 0);
  await button('Restore').click();
  await waitUntil(() => backup().includes('Everything was restored.'));
  expect(kept.articles).toHaveLength(1);
});

test('all that is kept is counted, and deleted for good only after a question', async () => {
  const { stamp: _stamp, ...story } = storyOf();
  const article = keptArticleOf('The ferry sails.');
  kept = { stories: [story], articles: [{ id: article.id, text: JSON.stringify(article) }] };
  await openOptions();
  const section = () => place.querySelector('#kept')?.textContent ?? '';
  await waitUntil(() => section().includes('Kept: 1 kept article, 1 story.') && section().includes('2.4 MB'));
  const stories = place.querySelector('#kept a');
  expect(stories?.getAttribute('href')).toBe('library.html#/stories');
  await button('Delete all kept articles …').click();
  await waitUntil(() => section().includes('Delete 1 kept article, 1 story for good?'));
  await button('Cancel').click();
  expect(kept.articles).toHaveLength(1);

  failure = new Error('The disk is gone.');
  await button('Delete all kept articles …').click();
  await button('Delete').click();
  await waitUntil(() => section().includes('What is kept could not be read or deleted.'));
  expect(kept.articles).toHaveLength(1);

  failure = undefined;
  await button('Delete all kept articles …').click();
  await button('Delete').click();
  await waitUntil(() => section().includes('Nothing is kept yet.'));
  expect(place.querySelector('.outcome')?.textContent).toContain('All kept articles were deleted.');
  expect(kept).toEqual(nothingKept);
});

test('what could not be read back is reported with its place and reason', async () => {
  await openOptions();
  failure = new BackupVerificationError([
    { file: 'f', path: 'packs[0] knownTo', code: 'missingField', values: { field: 'knownTo' } },
  ]);
  await button('Reset everything …').click();
  await button('Reset').click();
  await waitUntil(() => backup().includes('it was incomplete when read back. Nothing was changed.'));
  await waitUntil(() => backup().includes('packs[0] knownTo The field "knownTo" is missing.'));
  expect(settings).toEqual(chosen);
});

test('what comes back only in part is not said to be as it was', async () => {
  before = { why: 'reset', atMs: 0, state: await readState() };
  left = [{ file: 'f', path: 'packs[0]', code: 'noRoomForPack', values: {} }];
  await openOptions();
  await button('Restore').click();
  await waitUntil(() => backup().includes('Not everything could be restored.'));
  expect(backup()).not.toContain('Everything was restored.');
  expect(backup()).toContain('packs[0]');
});
