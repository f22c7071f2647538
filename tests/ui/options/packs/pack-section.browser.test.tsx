import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ListedPack, PackImport } from '../../../../src/contracts/pack-import.ts';
import type { PackPreview } from '../../../../src/knowledge/pack-preview.ts';
import { FailureError } from '../../../../src/settings/failure.ts';
import { defaultSettings, type Settings } from '../../../../src/settings/settings.ts';
import { preserveFocus } from '../../../../src/ui/components/preserve-focus.ts';
import { type Theme, useTheme } from '../../../../src/ui/components/use-theme.ts';
import optionsStyles from '../../../../src/ui/options/options.css?inline';
import { PackSection } from '../../../../src/ui/options/packs/pack-section.tsx';
import type { PackServices, PackStorage } from '../../../../src/ui/options/packs/pack-services.ts';
import type { ExternalChange, FinalChange } from '../../../../src/ui/options/undo/undoable-settings.ts';
import { adoptStyles } from '../../adopt-styles.ts';
import { clearSurface } from '../../clear-surface.ts';
import { waitUntil } from '../../wait-until.ts';

const counts = { entities: 12, names: 30, sources: 4, statements: 0, claims: 2, events: 1 };
const listed = (id: string, more: Partial<ListedPack> = {}): ListedPack => ({
  id,
  title: `Pack ${id}`,
  version: '1.0.0',
  language: 'en',
  licence: 'CC0-1.0',
  knownTo: '2024-01-31',
  counts,
  topics: [{ ref: `${id}/rivers`, title: 'Rivers', color: '#1a6fb0', onByDefault: true, entityCount: 12 }],
  isBuiltIn: false,
  isEnabled: true,
  ...more,
});
const preview: PackPreview = {
  id: 'b',
  title: 'Pack b',
  version: '0.9.0',
  language: 'fr',
  licence: 'CC0-1.0',
  knownTo: '2023-01-31',
  counts: { ...counts, entities: 11 },
  topics: [{ title: 'Rivers', color: '#1a6fb0', onByDefault: true, entityCount: 11 }],
  samples: [{ title: 'Velmora', type: 'place', summary: 'A river.' }],
  knownNames: { count: 2, samples: [{ name: 'IBM', packTitle: 'Pack a' }] },
  former: { version: '1.0.0', knownTo: '2024-01-31', counts },
};
const problem = {
  file: 'x.json',
  path: 'entities[a].topic',
  code: 'unknownId',
  values: { id: 'x', list: 'topics' },
};

let packs: ListedPack[];
let place: HTMLElement;
let running: { read: Answerable; store: Answerable; stop: () => void };

/** A pending operation that a test completes. (`Promise.withResolvers` is newer than our oldest supported browsers.) */
interface Answerable {
  readonly promise: Promise<unknown>;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

function makeAnswerable(): Answerable {
  let [resolve, reject]: ((value: unknown) => void)[] = [];
  const promise = new Promise((...ends) => {
    [resolve, reject] = ends;
  });
  return { promise, resolve: (answer) => resolve?.(answer), reject: (reason) => reject?.(reason) };
}

const services: PackServices = {
  list: async () => packs,
  watch: () => undefined,
  startImport(): PackImport<File> {
    running = { read: makeAnswerable(), store: makeAnswerable(), stop: vi.fn() };
    const { read, store, stop } = running;
    return {
      read: (_file, onStep) => {
        onStep('check');
        return read.promise as ReturnType<PackImport<File>['read']>;
      },
      store: (onStep) => {
        onStep('store');
        return store.promise as ReturnType<PackImport<File>['store']>;
      },
      stop,
    };
  },
  enable: vi.fn(async () => undefined),
  order: vi.fn(async (ids: readonly string[]) => {
    packs = [...packs].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }),
  remove: vi.fn(async (id: string) => {
    const former = packs;
    packs = packs.filter((pack) => pack.id !== id);
    return async () => {
      packs = former;
      return true;
    };
  }),
  readStorage: async () => storage,
  forgetGone: vi.fn(async () => {
    storage = { ...storage, gone: [] };
  }),
};

/** The settings for the next render. */
let settings: Settings;
let storage: PackStorage;

const change = vi.fn(async () => undefined);
const note = vi.fn<(change: ExternalChange | FinalChange) => void>();
/** The recorded changes that can be undone. */
const notedChanges = () => note.mock.calls.map(([noted]) => noted as ExternalChange);

function Surface({ theme }: { theme: Theme }) {
  useTheme(theme);
  return (
    <main>
      <h1>Options</h1>
      <PackSection services={services} settings={settings} change={change} note={note} />
    </main>
  );
}

beforeEach(() => {
  settings = defaultSettings;
  storage = { isPersisted: false, gone: [] };
  packs = [listed('built-in', { isBuiltIn: true }), listed('a'), listed('b', { isEnabled: false })];
  adoptStyles(optionsStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  vi.clearAllMocks();
});

async function open(theme: Theme = 'light'): Promise<void> {
  // Like the options page, which contains this section.
  preserveFocus(place);
  render(<Surface theme={theme} />, place);
  await waitUntil(() => place.querySelectorAll('.packs > li').length === packs.length);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const says = (text: string) => waitUntil(() => place.textContent?.includes(text));

async function choose(): Promise<void> {
  const field = place.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(field, new File(['{}'], 'rivers.json'));
  await says('is being checked');
}

test.each(['light', 'dark'] as const)('has no axe violations in any state, %s', async (theme) => {
  document.documentElement.lang = 'en';
  document.title = 'Options';
  const check = async (state: string) => {
    const { violations } = await axe.run(document);
    expect([state, ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([state]);
  };
  await open(theme);
  await button('Remove Pack a').click();
  await check('asked whether to remove');
  await button('Keep it').click();
  await choose();
  await check('busy');
  running.read.resolve({ problems: [problem] });
  await says('"x" is not an id in the pack\'s topics.');
  await check('refused');
  await choose();
  running.read.resolve({ preview });
  await says('For example');
  await check('preview');
  await button('Replace').click();
  running.store.reject(new FailureError({ code: 'noRoomForPack', values: {} }));
  await says('no room left');
  await check('full');
});

test('an older file is said to be older, with what would change', async () => {
  await open();
  await choose();
  running.read.resolve({ preview });
  await says('This file is older than the pack that is already here: version 1.0.0');
  await says('11 entities (were 12)');
  await says('2 of its names are already known, such as “IBM” (Pack a)');
  expect(place.querySelector('.preview')?.textContent).toContain('French');
  // An empty kind is not listed.
  expect(place.querySelector('.counts')?.textContent).not.toContain('statement');
  // Screen readers announce the title of the pack.
  expect(document.activeElement?.textContent).toBe('Pack b');
});

test('after a cancel nothing that the stopped import still says is shown', async () => {
  await open();
  await choose();
  const stopped = running;
  await button('Cancel').click();
  await says('Cancelled. Nothing was changed.');
  expect(stopped.stop).toHaveBeenCalled();
  stopped.read.resolve({ preview });
  await choose();
  expect(running).not.toBe(stopped);
  expect(place.querySelector('.preview')).toBeNull();
  running.read.resolve({ problems: [problem] });
  await says('rivers.json cannot be imported: 1 problem.');
});

test('the order is changed by the keyboard, and the ends are recognisable without losing the focus', async () => {
  await open();
  const down = button('Move Pack a down');
  (down.element() as HTMLElement).focus();
  await down.click();
  expect(services.order).toHaveBeenCalledExactlyOnceWith(['b', 'a']);
  await waitUntil(() => button('Move Pack a down').element().getAttribute('aria-disabled') === 'true');
  expect(document.activeElement).toBe(button('Move Pack a down').element());
  await button('Move Pack a down').click({ force: true });
  expect(services.order).toHaveBeenCalledTimes(1);
});

test('a pack is removed only after the question, and the built-in one never', async () => {
  await open();
  expect(place.querySelector('[data-pack=built-in] button')).toBeNull();
  await button('Remove Pack b').click();
  expect(services.remove).not.toHaveBeenCalled();
  await waitUntil(() => document.activeElement?.textContent === 'Remove');
  await button('Remove').click();
  expect(services.remove).toHaveBeenCalledExactlyOnceWith('b', false);
  expect(note.mock.calls.map(([{ done }]) => done)).toEqual(['“Pack b” was removed.']);
  expect(place.querySelector('[data-pack=b]')).toBeNull();
  await waitUntil(() => place.contains(document.activeElement));
});

test('each change says how it is undone', async () => {
  await open();
  const readOrder = () => packs.map(({ id }) => id);
  await page.getByRole('switch', { name: 'Pack a' }).click();
  await button('Move Pack a down').click();
  await button('Remove Pack b').click();
  await button('Remove').click();
  await waitUntil(() => note.mock.calls.length === 3);
  const changes = notedChanges();
  expect(changes.map(({ done, undone }) => [done, undone])).toEqual([
    ['“Pack a” is switched off.', '“Pack a” is switched on.'],
    ['The order of the packs was changed.', 'The previous order of the packs was restored.'],
    ['“Pack b” was removed.', '“Pack b” was restored.'],
  ]);
  for (const { undo } of [...changes].reverse()) await undo();
  expect(readOrder()).toEqual(['built-in', 'a', 'b']);
  expect(vi.mocked(services.enable).mock.calls).toEqual([
    ['a', false],
    ['a', true],
  ]);
});

test('the built-in pack is switched as a setting, and has a badge of its own', async () => {
  await open();
  await page.getByRole('switch', { name: 'Pack built-in comes with Sidelight' }).click();
  expect(change).toHaveBeenCalledExactlyOnceWith({
    kind: 'field',
    field: 'builtInPackEnabled',
    value: false,
  });
  expect(services.enable).not.toHaveBeenCalled();
});

test('a removed pack that cannot be restored is reported with the reason', async () => {
  await open();
  vi.mocked(services.remove).mockResolvedValueOnce(async () => false);
  await button('Remove Pack b').click();
  await button('Remove').click();
  await waitUntil(() => note.mock.calls.length === 1);
  await expect(notedChanges()[0]?.undo()).rejects.toMatchObject({
    failure: { code: 'packBackTaken', values: { title: 'Pack b' } },
  });
});

test('an import says how it is undone, and why it could not be', async () => {
  await open();
  for (const isBack of [true, false]) {
    await choose();
    running.read.resolve({ preview });
    await says('For example');
    await button('Replace').click();
    packs = [...packs.slice(0, 2), listed('b', { version: '0.9.0' })];
    running.store.resolve(async () => isBack);
    await waitUntil(() => note.mock.calls.length === (isBack ? 1 : 2));
    await waitUntil(() => place.querySelector('[data-pack=b]')?.textContent?.includes('0.9.0'));
  }
  const [first, second] = notedChanges();
  expect([first?.done, first?.undone]).toEqual([
    '“Pack b” was imported. Open pages show its marks now, wherever Sidelight is on.',
    'The import of “Pack b” was undone.',
  ]);
  packs = [...packs.slice(0, 2), listed('b')];
  await first?.undo();
  await waitUntil(() => !place.textContent?.includes('0.9.0'));
  await expect(second?.undo()).rejects.toMatchObject({
    failure: { code: 'importStays', values: { title: 'Pack b' } },
  });
});

test('a failed change is reported, and the list shows what is stored', async () => {
  await open();
  vi.mocked(services.enable).mockRejectedValueOnce(new Error('the disk is read-only'));
  await page.getByRole('switch', { name: 'Pack a' }).click();
  await says('The packs could not be read or changed. Unexpected error: the disk is read-only');
});

test('a list that cannot be read again after a change is reported; the change stays and can be undone', async () => {
  await open();
  const list = vi
    .spyOn(services, 'list')
    .mockRejectedValue(new FailureError({ code: 'unanswered', values: {} }));
  await button('Remove Pack b').click();
  await button('Remove').click();
  await says('The packs could not be read or changed. Sidelight’s background is not responding.');
  expect(note.mock.calls.map(([{ done }]) => done)).toEqual(['“Pack b” was removed.']);
  await notedChanges()[0]?.undo();
  list.mockRestore();
  expect(packs.map(({ id }) => id)).toContain('b');
});

test('choices for a pack are shown before it is removed, and removed with it unless the reader keeps them', async () => {
  settings = {
    ...defaultSettings,
    topics: { 'b/rivers': false, 'a/rivers': true },
    hiddenEntities: ['b/velmora', 'b/ostrel', 'other/b'],
    exceptions: [{ entity: 'b/velmora', name: 'Velmora', host: 'a.org' }],
  };
  await open();
  for (const isKept of [false, true]) {
    await button('Remove Pack b').click();
    await says('Also forget your choices for it: 1 topic choice, 2 hidden entities, 1 wrong match');
    if (isKept) await page.getByRole('checkbox').click();
    await button('Remove').click();
    await waitUntil(() => note.mock.calls.length === (isKept ? 2 : 1));
    await notedChanges().at(-1)?.undo();
    await waitUntil(() => place.querySelector('[data-pack=b]'));
  }
  expect(vi.mocked(services.remove).mock.calls).toEqual([
    ['b', true],
    ['b', false],
  ]);
});

test('a pack that is only half there is removed, and no way back is offered', async () => {
  await open();
  vi.mocked(services.remove).mockResolvedValueOnce(undefined);
  await button('Remove Pack b').click();
  expect(place.querySelector('.confirm [type=checkbox]')).toBeNull();
  await button('Remove').click();
  await waitUntil(() => note.mock.calls.length === 1);
  expect(note.mock.calls[0]?.[0]).toEqual({
    done: '“Pack b” was removed. This cannot be undone, because part of it was already missing.',
  });
});

test.each([
  [true, 'The browser has promised to keep imported packs'],
  [false, 'The browser may delete imported packs when the disk gets full.'],
])('whether the browser keeps the packs is said as it is: %s', async (isPersisted, said) => {
  storage = { isPersisted, gone: [] };
  await open();
  await says(said);
});

test('packs that the browser has not kept are named until the reader has seen enough of it', async () => {
  packs = packs.slice(0, 1);
  storage = { isPersisted: false, gone: [{ id: 'x', title: 'Lakes', version: '2.1.0' }] };
  await open();
  await says('1 imported pack is no longer in the browser’s storage');
  await says('Lakes, version 2.1.0');
  expect(place.textContent).not.toContain('The browser may delete');
  const { violations } = await axe.run(place);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await button('Stop showing this').click();
  expect(services.forgetGone).toHaveBeenCalledExactlyOnceWith(['x']);
  await waitUntil(() => !place.textContent?.includes('Lakes'));
});
