import type { ListedPack, PackImport } from '../contracts/pack-import.ts';
import { fromBase64 } from '../messaging/base64.ts';
import { callBackground } from '../messaging/call-background.ts';
import { changePacks } from '../messaging/change-packs.ts';
import type { SettingsChange } from '../settings/change-settings.ts';
import type { ExportedKept } from '../settings/export/export-file.ts';
import { undoChange } from '../settings/undo-change.ts';
import { type ExpectedPack, findMissingPacks, removeExpectedPacks } from '../storage/expected-packs.ts';
import {
  copyStoredPack,
  enablePack,
  orderPacks,
  readPackRecords,
  removePack,
  restoreStoredPack,
  revertImport,
} from '../storage/pack-store.ts';
import { askForPersistence } from './ask-for-persistence.ts';
import { announceStories } from './kept-backup.ts';
import { readExportInWorker, startPackImport, storeKeptInWorker, type WorkerImport } from './pack-import.ts';

/**
 * Manages the packs for a page of the extension, directly in their store. Every change is announced to all contexts.
 */
export function managePacks(startWorker: () => Worker, watch: (onChange: () => void) => void) {
  const builtIn = callBackground('getBuiltInPack');
  // Callers that list or import packs get the error.
  builtIn.catch(() => undefined);

  const watchers: (() => void)[] = [];
  const notifyWatchers = () => {
    for (const onChange of watchers) onChange();
  };

  async function nameBuiltIn() {
    const [{ pack, names }, settings] = await Promise.all([builtIn, callBackground('getSettings')]);
    const { id, title } = pack;
    return { id, title, names: settings.builtInPackEnabled ? fromBase64(names) : null };
  }

  return {
    async list(): Promise<ListedPack[]> {
      const [{ pack }, settings, records] = await Promise.all([
        builtIn,
        callBackground('getSettings'),
        readPackRecords(),
      ]);
      const isEnabled = settings.builtInPackEnabled;
      return [{ ...pack, isBuiltIn: true, isEnabled }, ...records.map(listRecord)];
    },
    watch(onChange: () => void): void {
      watchers.push(onChange);
      watch(onChange);
    },
    readStorage,
    forgetGone: removeExpectedPacks,
    startImport: () => manageImport(startPackImport(startWorker, nameBuiltIn), notifyWatchers),
    /** Reads an export (`readExportFile`) in a worker. */
    readExport: (file: Blob, name: string) => readExportInWorker(startWorker, file, name),
    /** Stores the kept articles of an export (`storeKeptInWorker`), and tells every open page. */
    storeKept: async (kept: ExportedKept, sinceMs?: number) =>
      announceStories(await storeKeptInWorker(startWorker, kept, sinceMs)),
    enable: (id: string, isEnabled: boolean) => changePacks(() => enablePack(id, isEnabled)),
    order: (ids: readonly string[]) => changePacks(() => orderPacks(ids)),
    /**
     * @param forgetsChoices also removes what the reader chose about its topics and entities
     * @returns a function that restores everything while this page is open, or returns false if that is no longer
     * possible; undefined if the pack was incomplete. Rejects if the pack cannot be read: then it is not removed.
     */
    async remove(id: string, forgetsChoices = false): Promise<(() => Promise<boolean>) | undefined> {
      const copy = await copyStoredPack(id);
      await removeExpectedPacks([id]);
      await changePacks(() => removePack(id));
      const remember = forgetsChoices ? await forgetChoices(id) : undefined;
      if (copy === undefined) return undefined;
      return async () => {
        const isBack = await changePacks(() => restoreStoredPack(copy));
        if (isBack) await remember?.();
        return isBack;
      };
    },
  };
}

/** Whether the browser stores the packs persistently, and which are gone although they were not removed. */
async function readStorage(): Promise<{ isPersisted: boolean; gone: readonly ExpectedPack[] }> {
  const [isPersisted, records] = await Promise.all([
    navigator.storage.persisted().catch(() => false),
    readPackRecords(),
  ]);
  return { isPersisted, gone: await findMissingPacks(records) };
}

/** @param onPersistence called once the browser has decided whether to store the packs persistently */
function manageImport(started: WorkerImport, onPersistence: () => void): PackImport<File> {
  const stopping = new AbortController();
  let id = '';
  return {
    ...started,
    async read(file, onStep) {
      const outcome = await started.read(file, onStep);
      if ('preview' in outcome) id = outcome.preview.id;
      return outcome;
    },
    async store(onStep) {
      const isFirst = (await readPackRecords()).length === 0;
      const store = () => storeUndoably(id, () => started.store(onStep));
      const undoImport = await changePacks(store, stopping.signal);
      // Not awaited: Firefox asks the reader, who may never answer.
      if (isFirst) void askForPersistence().then(onPersistence);
      return undoImport;
    },
    stop() {
      started.stop();
      stopping.abort();
    },
  };
}

/** @returns a function that restores them */
async function forgetChoices(id: string): Promise<() => Promise<unknown>> {
  const change: SettingsChange = { kind: 'forget-pack', pack: id };
  const before = await callBackground('getSettings');
  const undo = undoChange(before, change, await callBackground('changeSettings', change));
  return () => callBackground('changeSettings', undo);
}

/** @returns a function that undoes the import */
async function storeUndoably(id: string, store: () => Promise<void>): Promise<() => Promise<boolean>> {
  const before = await findRecord(id);
  const copy = before && (await copyStoredPack(id).catch(() => undefined));
  await store();
  const stamp = (await findRecord(id))?.stamp;
  // Without a copy of the replaced pack, undo would remove the pack entirely.
  const canUndo = stamp !== undefined && (before === undefined || copy !== undefined);
  return async () => {
    if (!canUndo) return false;
    if (copy === undefined) await removeExpectedPacks([id]);
    return changePacks(() => revertImport(id, stamp, copy));
  };
}

async function findRecord(id: string) {
  return (await readPackRecords()).find((record) => record.id === id);
}

function listRecord({
  isEnabled,
  ...record
}: Awaited<ReturnType<typeof readPackRecords>>[number]): ListedPack {
  const { id, title, knownTo, topics, version, language, licence, counts, origin } = record;
  return {
    ...{ id, title, knownTo, topics, version, language, licence, counts },
    ...(origin && { origin }),
    ...{ isBuiltIn: false, isEnabled },
  };
}
