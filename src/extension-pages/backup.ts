import browser from 'webextension-polyfill';
import type { RestorePoint } from '../contracts/restore-point.ts';
import { quoteUntrusted } from '../knowledge/unsafe-text.ts';
import type { SettingsChange } from '../settings/change-settings.ts';
import { BackupVerificationError } from '../settings/export/backup-verification-error.ts';
import {
  type BackupSummary,
  type ExportedState,
  isSameState,
  maxExportLength,
  writeExportFile,
} from '../settings/export/export-file.ts';
import type { FileProblem } from '../settings/export/export-problem.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { findInvalidItems } from '../settings/stored/find-invalid-items.ts';
import { addInvalid } from '../settings/stored/invalid-items.ts';
import { differencesFromDefaults } from '../settings/stored/settings-items.ts';
import { openInvalidItemStore } from '../storage/invalid-items.ts';
import { countKept } from '../storage/kept-store.ts';
import { readPackRecords } from '../storage/pack-store.ts';
import { readRestorePoint, type StoredRestorePoint, writeRestorePoint } from '../storage/restore-point.ts';
import { readKeptForBackup, removeKept } from './kept-backup.ts';
import { type PackManager, readPacksForBackup, removePacks, restorePacks } from './pack-backup.ts';

/** How to read and write everything that the reader has; for a page of the extension. */
export interface BackupParts {
  readSettings(): Promise<Settings>;
  /** Calls the settings writer in the background. */
  changeSettings(change: SettingsChange): Promise<unknown>;
  readonly packs: PackManager;
}

/** What the reader has, with only the number of packs and kept articles: reading them takes a moment and memory. */
export async function readBackupSummary(parts: BackupParts): Promise<BackupSummary> {
  const [state, packs, { articles, stories }] = await Promise.all([
    readSettingsState(parts),
    readPackRecords(),
    countKept(),
  ]);
  return { ...state, packs, kept: { articles: { length: articles }, stories: { length: stories } } };
}

/** Everything that the reader has, as a file, and a summary. Rejects if the file could not be read back. */
export async function writeBackup(
  parts: BackupParts,
): Promise<{ readonly file: Blob; readonly state: ExportedState }> {
  const state = await readState(parts);
  const file = toFile(state);
  await readBack(parts, file, state);
  return { file, state };
}

/** @throws FailureError if it would be longer than the limit for reading */
function toFile(state: ExportedState): Blob {
  const pieces = writeExportFile(state);
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  if (count > maxExportLength) {
    throw new FailureError({ code: 'exportTooLong', values: { count, most: maxExportLength } });
  }
  return new Blob(pieces, { type: 'application/json' });
}

/**
 * Reads a file back as an import would.
 * @throws BackupVerificationError if that does not give back everything, exactly
 */
async function readBack(
  { packs }: BackupParts,
  file: Blob | undefined,
  stored: ExportedState,
): Promise<void> {
  const reading = file && (await packs.readExport(file, defaultFileName));
  const isSame = reading?.state !== undefined && isSameState(reading.state, stored);
  if (!isSame || reading.problems.length > 0) throw new BackupVerificationError(reading?.problems ?? []);
}

/** What problems call one of our files that has no name yet. */
const defaultFileName = 'sidelight.json';

async function readState(parts: BackupParts): Promise<ExportedState> {
  const [state, packs, kept] = await Promise.all([
    readSettingsState(parts),
    readPacksForBackup(),
    readKeptForBackup(),
  ]);
  return { ...state, packs, kept };
}

async function readSettingsState({
  readSettings,
}: BackupParts): Promise<Pick<ExportedState, 'settings' | 'damaged'>> {
  const [settings, stored, items] = await Promise.all([
    readSettings(),
    openInvalidItemStore().read(),
    browser.storage.sync.get(null),
  ]);
  return {
    settings: differencesFromDefaults(settings),
    // Items that were overwritten since, and those that are still stored.
    damaged: addInvalid(stored, findInvalidItems(items)),
  };
}

/**
 * Imports the content of a file: replaces the settings, adds the packs and what was kept.
 * @returns why packs or kept articles were refused. Rejects if the settings cannot be stored: then nothing has changed.
 */
export async function importState(parts: BackupParts, state: ExportedState): Promise<readonly FileProblem[]> {
  await withRestorePoint(parts, { why: 'import', changesKept: state.kept.articles.length > 0 }, () =>
    parts.changeSettings({ kind: 'replace', settings: state.settings }),
  );
  const damaged = openInvalidItemStore();
  await damaged.replace(addInvalid(await damaged.read(), state.damaged));
  return [...(await storeKept(parts, state)), ...(await restorePacks(state.packs, parts.packs))];
}

/** @returns why nothing of what was kept could be stored */
async function storeKept(
  { packs }: BackupParts,
  { kept }: ExportedState,
  sinceMs?: number,
): Promise<readonly FileProblem[]> {
  if (kept.articles.length === 0 && sinceMs === undefined) return [];
  try {
    await packs.storeKept(kept, sinceMs);
    return [];
  } catch (error) {
    return [
      { file: defaultFileName, path: 'kept', code: 'keptNotStored', values: { detail: describe(error) } },
    ];
  }
}

function describe(error: unknown): string {
  return quoteUntrusted(error instanceof Error ? error.message : String(error), 200);
}

async function restoreKept(
  parts: BackupParts,
  state: ExportedState,
  { changesKept, atMs }: StoredRestorePoint,
): Promise<readonly FileProblem[]> {
  if (changesKept === false) return [];
  // An earlier version did not say: adding what is missing loses nothing newer.
  return storeKept(parts, state, changesKept ? atMs : undefined);
}

/** What a reset removes besides the settings. */
export interface ResetChoice {
  readonly packs: boolean;
  readonly kept: boolean;
}

/** Resets everything. Rejects if that cannot be stored: then nothing has changed. */
export async function resetState(parts: BackupParts, removes: ResetChoice): Promise<void> {
  await withRestorePoint(parts, { why: 'reset', changesKept: removes.kept }, () =>
    parts.changeSettings({ kind: 'reset' }),
  );
  await openInvalidItemStore().replace([]);
  if (removes.packs) await removePacks([], parts.packs);
  if (removes.kept) await removeKept();
}

/**
 * Restores the state before the last reset or import, and removes the packs that were added since. What is kept is
 * restored only if that has changed it; articles that were kept since then stay.
 * @returns what could not be restored: then no pack is removed, and the restore point is kept for another try
 */
export async function restorePrevious(parts: BackupParts): Promise<readonly FileProblem[]> {
  const before = await readRestorePoint();
  if (before === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
  const { state, problems: unread } = await parts.packs.readExport(before.file, defaultFileName);
  if (state === undefined) throw new BackupVerificationError(unread);
  await parts.changeSettings({ kind: 'replace', settings: state.settings });
  await openInvalidItemStore().replace(state.damaged);
  const problems = [
    ...unread,
    ...(await restoreKept(parts, state, before)),
    ...(await restorePacks(state.packs, parts.packs)),
  ];
  if (problems.length > 0) return problems;
  await removePacks(state.packs, parts.packs);
  await writeRestorePoint(undefined);
  return [];
}

/** Runs a change that `restorePrevious` can undo. Starts only after the restore point was stored and read back. */
async function withRestorePoint(
  parts: BackupParts,
  about: Pick<RestorePoint, 'why'> & { readonly changesKept: boolean },
  work: () => Promise<unknown>,
): Promise<void> {
  const former = await readRestorePoint();
  const state = await readState(parts);
  const file = toFile(state);
  try {
    await writeRestorePoint({ ...about, atMs: Date.now(), file });
    await readBack(parts, (await readRestorePoint())?.file, state);
    await work();
  } catch (error) {
    await writeRestorePoint(former);
    throw error;
  }
}
