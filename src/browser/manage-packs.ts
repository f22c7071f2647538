import { fromBase64 } from './base64.ts';
import { callBackground } from './call-background.ts';
import type { DetailedPack } from './messages.ts';
import { type PackImport, startPackImport } from './pack-import.ts';
import { enablePack, orderPacks, readPackRecords, removePack } from './pack-store.ts';
import { announcePacks, watchPacks } from './watch-packs.ts';

/** A pack as the options list it, enabled or not. */
export interface ListedPack extends DetailedPack {
  readonly isBuiltIn: boolean;
  readonly isEnabled: boolean;
}

/** The packs of a page of the extension, straight from their store; whatever is changed is told to everybody. */
export function managePacks(startWorker: () => Worker, signal: AbortSignal) {
  const builtIn = callBackground('getBuiltInPack');
  // Whoever lists or imports packs hears of it.
  builtIn.catch(() => undefined);

  async function nameBuiltIn() {
    const { pack, names } = await builtIn;
    return { id: pack.id, title: pack.title, names: fromBase64(names) };
  }

  return {
    async list(): Promise<ListedPack[]> {
      const [{ pack }, records] = await Promise.all([builtIn, readPackRecords()]);
      return [{ ...pack, isBuiltIn: true, isEnabled: true }, ...records.map(listRecord)];
    },
    watch: (onChange: () => void) => watchPacks(onChange, signal),
    startImport(): PackImport {
      const started = startPackImport(startWorker, nameBuiltIn);
      return {
        ...started,
        async keep(onStep) {
          await started.keep(onStep);
          await announcePacks();
        },
      };
    },
    async enable(id: string, isEnabled: boolean): Promise<void> {
      await enablePack(id, isEnabled);
      await announcePacks();
    },
    async order(ids: readonly string[]): Promise<void> {
      await orderPacks(ids);
      await announcePacks();
    },
    async remove(id: string): Promise<void> {
      await removePack(id);
      await announcePacks();
    },
  };
}

function listRecord({
  isEnabled,
  ...record
}: Awaited<ReturnType<typeof readPackRecords>>[number]): ListedPack {
  const { id, title, knownTo, topics, version, language, licence, counts } = record;
  return { id, title, knownTo, topics, version, language, licence, counts, isBuiltIn: false, isEnabled };
}
