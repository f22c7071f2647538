import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BackupParts } from '../../src/extension-pages/backup.ts';
import { readExportFile } from '../../src/settings/export/read-export-file.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { readRestorePoint, writeRestorePoint } from '../../src/storage/restore-point.ts';
import { emptyState } from '../settings/export/empty-state.ts';
import { keptArticleOf, storyOf } from '../stories/kept/kept-article-of.ts';

const { area } = vi.hoisted(() => ({
  area: { get: async () => ({}), set: async () => undefined, remove: async () => undefined },
}));
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: area, sync: area } } }));
vi.mock('../../src/extension-pages/pack-backup.ts', () => ({
  readPacksForBackup: async () => [],
  removePacks: async () => undefined,
  restorePacks: async () => [],
}));
vi.mock('../../src/messaging/call-background.ts', () => ({ callBackground: async () => undefined }));

const { importState, resetState, restorePrevious } = await import('../../src/extension-pages/backup.ts');

const storeKept = vi.fn(async () => undefined);
const parts = {
  readSettings: async () => defaultSettings,
  changeSettings: async () => undefined,
  packs: {
    readExport: async (file: Blob, name: string) => readExportFile(await file.text(), name),
    storeKept,
  },
} as unknown as BackupParts;

const { stamp: _stamp, ...story } = storyOf();
const article = keptArticleOf('The ferry sails.');
const kept = { stories: [story], articles: [{ id: article.id, text: JSON.stringify(article) }] };

beforeEach(async () => {
  storeKept.mockClear();
  await writeRestorePoint(undefined);
});

test.each([
  ['a reset that left what is kept', () => resetState(parts, { packs: true, kept: false }), false],
  ['a reset that removed it', () => resetState(parts, { packs: false, kept: true }), true],
  ['an import without kept articles', () => importState(parts, emptyState), false],
  ['an import with some', () => importState(parts, { ...emptyState, kept }), true],
])('after %s, restoring sets back what is kept only if that was changed', async (_what, work, isRestored) => {
  await work();
  const atMs = (await readRestorePoint())?.atMs;
  storeKept.mockClear();
  expect(await restorePrevious(parts)).toEqual([]);
  expect(storeKept.mock.calls).toEqual(isRestored ? [[{ stories: [], articles: [] }, atMs]] : []);
  expect(await readRestorePoint()).toBeUndefined();
});

test('a restore point of an earlier version adds what is missing, and takes nothing away', async () => {
  await resetState(parts, { packs: false, kept: true });
  const { changesKept: _changesKept, ...earlier } = (await readRestorePoint()) ?? expect.unreachable('none');
  const content = JSON.parse(await earlier.file.text()) as object;
  const file = new Blob([JSON.stringify({ ...content, stories: [story], kept: [{ article }] })]);
  await writeRestorePoint({ ...earlier, file });
  expect(await restorePrevious(parts)).toEqual([]);
  expect(storeKept.mock.calls).toEqual([[kept, undefined]]);
});
