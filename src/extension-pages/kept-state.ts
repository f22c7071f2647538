import browser from 'webextension-polyfill';
import type { SettingsChange } from '../settings/change-settings.ts';
import {
  type ExportedState,
  isSameState,
  type KeptState,
  maxExportLength,
  writeExportFile,
} from '../settings/export/export-file.ts';
import type { FileProblem } from '../settings/export/export-problem.ts';
import { NotReadBackError } from '../settings/export/not-read-back.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { addDamaged } from '../settings/stored/damaged-items.ts';
import { findDamagedItems } from '../settings/stored/find-damaged-items.ts';
import { differencesFromDefaults } from '../settings/stored/settings-items.ts';
import { openDamagedStore } from '../storage/damaged-items.ts';
import { readPackRecords } from '../storage/pack-store.ts';
import { readStateBefore, type StateBefore, writeStateBefore } from '../storage/state-before.ts';
import { type PackManager, readKeptPacks, removePacks, restorePacks } from './kept-packs.ts';

/** What everything that the reader has is read with and written with; for a page of the extension. */
export interface KeptStateParts {
  readSettings(): Promise<Settings>;
  /** By the one writer, in the background. */
  changeSettings(change: SettingsChange): Promise<unknown>;
  readonly packs: PackManager;
}

/** What the reader has, with the number of packs only: reading large ones takes a moment, and needs memory. */
export function readKeptState(parts: KeptStateParts): Promise<KeptState> {
  return readState(parts, readPackRecords);
}

/** Everything that the reader has, as a file, and what is in it. Rejects where it could not be read again. */
export async function writeKeptState(
  parts: KeptStateParts,
): Promise<{ readonly file: Blob; readonly state: ExportedState }> {
  const state = await readState(parts, readKeptPacks);
  const file = toFile(state);
  await readBack(parts, file, state);
  return { file, state };
}

/** @throws FailureError where it would be longer than what is read. */
function toFile(state: ExportedState): Blob {
  const pieces = writeExportFile(state);
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  if (count > maxExportLength) {
    throw new FailureError({ code: 'exportTooLong', values: { count, most: maxExportLength } });
  }
  return new Blob(pieces, { type: 'application/json' });
}

/**
 * Reads a file as it will be read when it is needed.
 * @throws NotReadBackError where that does not give what was to be kept, all of it and to the letter.
 */
async function readBack(
  { packs }: KeptStateParts,
  file: Blob | undefined,
  kept: ExportedState,
): Promise<void> {
  const reading = file && (await packs.readExport(file, keptName));
  const isSame = reading?.state !== undefined && isSameState(reading.state, kept);
  if (!isSame || reading.problems.length > 0) throw new NotReadBackError(reading?.problems ?? []);
}

/** What problems call a file of ours that has no name yet. */
const keptName = 'sidelight.json';

async function readState<Packs>(
  { readSettings }: KeptStateParts,
  readPacks: () => Promise<Packs>,
): Promise<Omit<ExportedState, 'packs'> & { readonly packs: Packs }> {
  const [settings, kept, items, packs] = await Promise.all([
    readSettings(),
    openDamagedStore().read(),
    browser.storage.sync.get(null),
    readPacks(),
  ]);
  return {
    settings: differencesFromDefaults(settings),
    // Those that were written over since, and those that still lie there.
    damaged: addDamaged(kept, findDamagedItems(items)),
    packs,
  };
}

/**
 * Takes over what a file holds: its settings in place of today's, its packs beside those that are there.
 * @returns why packs were refused. Rejects where the settings cannot be stored: then nothing has changed.
 */
export async function importState(
  parts: KeptStateParts,
  state: ExportedState,
): Promise<readonly FileProblem[]> {
  await rememberBefore(parts, 'import', () =>
    parts.changeSettings({ kind: 'replace', settings: state.settings }),
  );
  const damaged = openDamagedStore();
  await damaged.replace(addDamaged(await damaged.read(), state.damaged));
  return restorePacks(state.packs, parts.packs);
}

/** Sets everything back. Rejects where that cannot be stored: then nothing has changed. */
export async function resetState(parts: KeptStateParts, removesPacks: boolean): Promise<void> {
  await rememberBefore(parts, 'reset', () => parts.changeSettings({ kind: 'reset' }));
  await openDamagedStore().replace([]);
  if (removesPacks) await removePacks([], parts.packs);
}

/**
 * Brings back what was there before the last reset or import, and takes away the packs that came since.
 * @returns what could not be brought back: then no pack is taken away, and what there was is kept for another try.
 */
export async function bringBack(parts: KeptStateParts): Promise<readonly FileProblem[]> {
  const before = await readStateBefore();
  if (before === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
  const { state, problems: unread } = await parts.packs.readExport(before.file, keptName);
  if (state === undefined) throw new NotReadBackError(unread);
  await parts.changeSettings({ kind: 'replace', settings: state.settings });
  await openDamagedStore().replace(state.damaged);
  const problems = [...unread, ...(await restorePacks(state.packs, parts.packs))];
  if (problems.length > 0) return problems;
  await removePacks(state.packs, parts.packs);
  await writeStateBefore(undefined);
  return [];
}

/** Does what can be taken back by `bringBack`. It begins only when the way back was read from where it is kept. */
async function rememberBefore(
  parts: KeptStateParts,
  why: StateBefore['why'],
  work: () => Promise<unknown>,
): Promise<void> {
  const former = await readStateBefore();
  const state = await readState(parts, readKeptPacks);
  const file = toFile(state);
  try {
    await writeStateBefore({ why, atMs: Date.now(), file });
    await readBack(parts, (await readStateBefore())?.file, state);
    await work();
  } catch (error) {
    await writeStateBefore(former);
    throw error;
  }
}
