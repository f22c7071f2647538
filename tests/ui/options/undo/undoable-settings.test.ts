import { beforeEach, expect, test } from 'vitest';
import { changeSettings, type SettingsChange } from '../../../../src/settings/change-settings.ts';
import { FailureError } from '../../../../src/settings/failure.ts';
import { defaultSettings, type Settings } from '../../../../src/settings/settings.ts';
import {
  type SettingsSnapshot,
  UndoableSettings,
} from '../../../../src/ui/options/undo/undoable-settings.ts';

let stored: Settings;
let sent: SettingsChange[];
let shown: SettingsSnapshot;
let refusal: Error | undefined;
let undoable: UndoableSettings;

beforeEach(() => {
  stored = defaultSettings;
  sent = [];
  refusal = undefined;
  const store = {
    readSettings: async () => stored,
    changeSettings: async (change: SettingsChange) => {
      sent.push(change);
      if (refusal) throw refusal;
      stored = changeSettings(stored, change);
      return stored;
    },
  };
  undoable = new UndoableSettings(stored, store, (snapshot) => {
    shown = snapshot;
  });
});

const setDelay = (openDelayMs: number): SettingsChange => ({
  kind: 'field',
  field: 'hover',
  value: { ...defaultSettings.hover, openDelayMs },
});
const hide = (entity: string): SettingsChange => ({ kind: 'entity', entity, isHidden: true });

test('a change is shown before it is kept, and kept at once', async () => {
  const keeping = undoable.change(hide('p/a'));
  expect(shown.settings.hiddenEntities).toEqual(['p/a']);
  expect(sent).toHaveLength(1);
  await keeping;
  expect([shown.undoableCount, shown.outcome]).toEqual([1, { change: hide('p/a'), isUndone: false }]);
});

test('changes that are all refused leave nothing that could be undone', async () => {
  refusal = new Error('full');
  await Promise.all([400, 500, 600].map((delayMs) => undoable.change(setDelay(delayMs))));
  expect([shown.settings, shown.undoableCount]).toEqual([defaultSettings, 0]);
});

test('what was undone before it was refused is not offered again', async () => {
  await undoable.change(setDelay(400));
  refusal = new Error('full');
  await Promise.all([undoable.change(setDelay(500)), undoable.undo()]);
  expect(shown).toMatchObject({ outcome: { problem: expect.stringContaining('full') }, undoableCount: 1 });
  expect(shown.settings.hover.openDelayMs).toBe(400);
});

test('several undos that are refused at once can be tried again in the same order', async () => {
  for (const delayMs of [400, 500, 600]) await undoable.change(setDelay(delayMs));
  refusal = new Error('full');
  await Promise.all([undoable.undo(), undoable.undo()]);
  expect([shown.settings.hover.openDelayMs, shown.undoableCount]).toEqual([600, 3]);
  refusal = undefined;
  for (const delayMs of [500, 400, 300]) {
    await undoable.undo();
    expect(stored.hover.openDelayMs).toBe(delayMs);
  }
});

test('a change that is refused is reverted, reported, and cannot be undone', async () => {
  refusal = new FailureError({ code: 'settingsTooLarge', values: { bytes: 102_401, most: 102_400 } });
  await undoable.change(hide('p/a'));
  expect(shown.settings).toEqual(defaultSettings);
  expect(shown).toMatchObject({
    outcome: { problem: expect.stringContaining('is full: 102,401 bytes, but only 102,400 fit') },
    undoableCount: 0,
  });
});

test('a change that followed a refused one is undone to the stored value, not to the refused one', async () => {
  refusal = new Error('full');
  const first = undoable.change(setDelay(400));
  refusal = undefined;
  await Promise.all([first, undoable.change(setDelay(500))]);
  expect(stored.hover.openDelayMs).toBe(500);
  await undoable.undo();
  expect([stored.hover.openDelayMs, shown.undoableCount]).toEqual([300, 0]);
});

test('what no field can hold is not even sent', async () => {
  await undoable.change({ kind: 'field', field: 'theme', value: 'sepia' });
  expect(sent).toEqual([]);
  expect(shown.outcome).toMatchObject({
    problem: expect.stringContaining('“theme” cannot have this value'),
  });
});

test('undoing that fails can be tried again', async () => {
  await undoable.change(hide('p/a'));
  refusal = new Error('full');
  await undoable.undo();
  expect([shown.settings.hiddenEntities, shown.undoableCount]).toEqual([['p/a'], 1]);
  refusal = undefined;
  await undoable.undo();
  expect([stored.hiddenEntities, shown.undoableCount]).toEqual([[], 0]);
});

test('many changes are undone one by one, down to where the page began, a reset among them', async () => {
  stored = changeSettings(stored, hide('p/before'));
  undoable.follow(stored);
  const began = stored;
  const changes: SettingsChange[] = [
    hide('p/a'),
    { kind: 'topic', topic: 'p/t', isOn: false },
    { kind: 'site', pattern: 'example.org', isOn: false },
    { kind: 'reset' },
    { kind: 'site-mode', mode: 'only' },
  ];
  for (const change of changes) await undoable.change(change);
  for (const _ of changes) await undoable.undo();
  expect(stored).toEqual(began);
  expect(shown.settings).toEqual(began);
});

test('settings that another page changed are shown, but not while changes of our own are under way', async () => {
  undoable.follow({ ...defaultSettings, theme: 'dark' });
  expect(shown.settings.theme).toBe('dark');
  const keeping = undoable.change(hide('p/a'));
  undoable.follow(defaultSettings);
  expect(shown.settings.hiddenEntities).toEqual(['p/a']);
  await keeping;
});

test('an external change is undone in its turn, and can be tried again if that fails', async () => {
  await undoable.change(hide('p/a'));
  let isThere = false;
  let reason = 'no room';
  const undo = async () => {
    if (reason !== '') throw new Error(reason);
    isThere = true;
  };
  undoable.note({ done: 'P was removed', undone: 'P is back', undo });
  expect(shown).toMatchObject({ outcome: { said: 'P was removed' }, undoableCount: 2 });
  await undoable.undo();
  expect(shown).toMatchObject({
    outcome: { said: 'Unexpected error: no room', isError: true },
    undoableCount: 2,
  });
  reason = '';
  await undoable.undo();
  expect(isThere).toBe(true);
  expect(shown).toMatchObject({ outcome: { said: 'P is back' }, undoableCount: 1 });
  expect(shown.settings.hiddenEntities).toEqual(['p/a']);
  await undoable.undo();
  expect(shown.settings.hiddenEntities).toEqual([]);
});
