import browser from 'webextension-polyfill';
import type { SettingsChange } from '../settings/change-settings.ts';
import { addDamaged } from '../settings/damaged-items.ts';
import { type ExportedState, type KeptState, writeExportFile } from '../settings/export-file.ts';
import type { FileProblem } from '../settings/export-problem.ts';
import { FailureError } from '../settings/failure.ts';
import { findDamagedItems } from '../settings/find-damaged-items.ts';
import type { Settings } from '../settings/settings.ts';
import { differencesFromDefaults } from '../settings/settings-items.ts';
import { openDamagedStore } from './damaged-items.ts';
import { type PackManager, readKeptPacks, removePacks, restorePacks } from './kept-packs.ts';
import { readPackRecords } from './pack-store.ts';
import { readStateBefore, type StateBefore, writeStateBefore } from './state-before.ts';

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

/** Everything that the reader has, as a file. */
export async function writeKeptState(parts: KeptStateParts): Promise<string> {
  return writeExportFile(await readState(parts, readKeptPacks));
}

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
 * @returns why packs were refused.
 */
export async function bringBack(parts: KeptStateParts): Promise<readonly FileProblem[]> {
  const before = await readStateBefore();
  const { state } = before ? await parts.packs.readExport(before.text, 'before') : {};
  if (state === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
  await parts.changeSettings({ kind: 'replace', settings: state.settings });
  await openDamagedStore().replace(state.damaged);
  const problems = await restorePacks(state.packs, parts.packs);
  await removePacks(state.packs, parts.packs);
  // Where something is still missing, what there was is kept for another try.
  if (problems.length === 0) await writeStateBefore(undefined);
  return problems;
}

async function rememberBefore(
  parts: KeptStateParts,
  why: StateBefore['why'],
  work: () => Promise<unknown>,
): Promise<void> {
  const former = await readStateBefore();
  const text = await writeKeptState(parts);
  await writeStateBefore({ why, atMs: Date.now(), text });
  try {
    await work();
  } catch (error) {
    await writeStateBefore(former);
    throw error;
  }
}
