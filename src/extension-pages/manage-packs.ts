import type { ListedPack, PackImport } from '../contracts/pack-import.ts';
import { fromBase64 } from '../messaging/base64.ts';
import { callBackground } from '../messaging/call-background.ts';
import { changePacks } from '../messaging/change-packs.ts';
import type { SettingsChange } from '../settings/change-settings.ts';
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
import { readExportInWorker, startPackImport, type WorkerImport } from './pack-import.ts';

/** The packs of a page of the extension, straight from their store; whatever is changed is told to everybody. */
export function managePacks(startWorker: () => Worker, watch: (onChange: () => void) => void) {
  const builtIn = callBackground('getBuiltInPack');
  // Whoever lists or imports packs hears of it.
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
    /** Reads an export (`readExportFile`), beside the page. */
    readExport: (file: Blob, name: string) => readExportInWorker(startWorker, file, name),
    enable: (id: string, isEnabled: boolean) => changePacks(() => enablePack(id, isEnabled)),
    order: (ids: readonly string[]) => changePacks(() => orderPacks(ids)),
    /**
     * @param forgetsChoices what the reader chose about its topics and entities goes, too
     * @returns what puts all of it back, for as long as this page lives, false where that cannot be any more; undefined where
     *   the pack was only half there. Rejects where the pack cannot be read: then it is not removed.
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

/** Whether the browser keeps the packs for good, and which are gone although they were not removed. */
async function readStorage(): Promise<{ isPersisted: boolean; gone: readonly ExpectedPack[] }> {
  const [isPersisted, records] = await Promise.all([
    navigator.storage.persisted().catch(() => false),
    readPackRecords(),
  ]);
  return { isPersisted, gone: await findMissingPacks(records) };
}

/** @param onPersistence is called when the browser has said whether it keeps the packs for good. */
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
      // Not waited for: Firefox asks the reader, who may never answer.
      if (isFirst) void askToPersist().then(onPersistence);
      return undoImport;
    },
    stop() {
      started.stop();
      stopping.abort();
    },
  };
}

/** @returns what brings them back. */
async function forgetChoices(id: string): Promise<() => Promise<unknown>> {
  const change: SettingsChange = { kind: 'forget-pack', pack: id };
  const before = await callBackground('getSettings');
  const undo = undoChange(before, change, await callBackground('changeSettings', change));
  return () => callBackground('changeSettings', undo);
}

/** Asks the browser to keep what is stored even where the disk gets full. Never rejects; may never resolve. */
function askToPersist(): Promise<unknown> {
  return navigator.storage.persist().catch(() => false);
}

/** @returns what takes the import back. */
async function storeUndoably(id: string, store: () => Promise<void>): Promise<() => Promise<boolean>> {
  const before = await findRecord(id);
  const copy = before && (await copyStoredPack(id).catch(() => undefined));
  await store();
  const stamp = (await findRecord(id))?.stamp;
  // Without a copy of what was replaced, taking back would leave nothing of the pack.
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
  const { id, title, knownTo, topics, version, language, licence, counts } = record;
  return { id, title, knownTo, topics, version, language, licence, counts, isBuiltIn: false, isEnabled };
}
