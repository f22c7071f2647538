import { fromBase64 } from './base64.ts';
import { callBackground } from './call-background.ts';
import { changePacks } from './change-packs.ts';
import type { DetailedPack } from './messages.ts';
import { type PackImport, readExportInWorker, startPackImport } from './pack-import.ts';
import {
  copyStoredPack,
  enablePack,
  orderPacks,
  putPackBack,
  readPackRecords,
  removePack,
  takeImportBack,
} from './pack-store.ts';

/** A pack as the options list it, enabled or not. */
export interface ListedPack extends DetailedPack {
  readonly isBuiltIn: boolean;
  readonly isEnabled: boolean;
}

/** An import that can be taken back. */
type ManagedImport = Omit<PackImport, 'keep'> & {
  /** @returns what takes it back, for as long as this page lives; false where that cannot be any more. */
  keep(...args: Parameters<PackImport['keep']>): Promise<() => Promise<boolean>>;
};

/** The packs of a page of the extension, straight from their store; whatever is changed is told to everybody. */
export function managePacks(startWorker: () => Worker, watch: (onChange: () => void) => void) {
  const builtIn = callBackground('getBuiltInPack');
  // Whoever lists or imports packs hears of it.
  builtIn.catch(() => undefined);

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
    watch,
    startImport(): ManagedImport {
      const started = startPackImport(startWorker, nameBuiltIn);
      const stopping = new AbortController();
      let id = '';
      return {
        ...started,
        async read(file, onStep) {
          const outcome = await started.read(file, onStep);
          if ('preview' in outcome) id = outcome.preview.id;
          return outcome;
        },
        keep: (onStep) => changePacks(() => keepUndoably(id, () => started.keep(onStep)), stopping.signal),
        stop() {
          started.stop();
          stopping.abort();
        },
      };
    },
    /** Reads an export (`readExportFile`), beside the page. */
    readExport: (source: Blob | string, name: string) => readExportInWorker(startWorker, source, name),
    enable: (id: string, isEnabled: boolean) => changePacks(() => enablePack(id, isEnabled)),
    order: (ids: readonly string[]) => changePacks(() => orderPacks(ids)),
    /** @returns what puts it back, for as long as this page lives; false where that cannot be. */
    async remove(id: string): Promise<() => Promise<boolean>> {
      const copy = await copyStoredPack(id).catch(() => undefined);
      await changePacks(() => removePack(id));
      return async () => copy !== undefined && changePacks(() => putPackBack(copy));
    },
  };
}

/** @returns what takes the import back. */
async function keepUndoably(id: string, keep: () => Promise<void>): Promise<() => Promise<boolean>> {
  const before = await findRecord(id);
  const copy = before && (await copyStoredPack(id).catch(() => undefined));
  await keep();
  const stamp = (await findRecord(id))?.stamp;
  // Without a copy of what was replaced, taking back would leave nothing of the pack.
  const canTakeBack = stamp !== undefined && (before === undefined || copy !== undefined);
  return async () => canTakeBack && changePacks(() => takeImportBack(id, stamp, copy));
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
