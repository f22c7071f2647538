import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DetailedPack } from '../contracts/messages.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { FailureError } from '../settings/failure.ts';

/** What is listed of an imported pack without reading all of it. */
export interface PackRecord extends DetailedPack {
  readonly isEnabled: boolean;
  /** Packs are asked in ascending order; the built-in one before them all. */
  readonly order: number;
  /** New with each import, so that whoever keeps something of the pack in memory sees that it was replaced. */
  readonly stamp: string;
  /** The layouts that its indexes were written in, see `compiledVersion`. */
  readonly compiledVersion: string;
}

interface PackDatabase extends DBSchema {
  records: { key: string; value: PackRecord };
  contents: { key: string; value: string };
  compiled: { key: string; value: CompiledPack };
}

const stores = ['records', 'contents', 'compiled'] as const;
type Database = IDBPDatabase<PackDatabase>;

let opened: Promise<Database> | undefined;

function open(): Promise<Database> {
  opened ??= openDB<PackDatabase>('sidelight-packs', 1, {
    upgrade(database) {
      database.createObjectStore('records', { keyPath: 'id' });
      // As JSON text: of 20,000 entities the browser's own cloning takes twice as long as the parser.
      database.createObjectStore('contents');
      database.createObjectStore('compiled');
    },
    // Another context of a newer version waits for this one: it must not wait for ever.
    blocking: (_current, _blocked, event) => {
      opened = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated() {
      opened = undefined;
    },
  });
  // A store that could not be opened once (a disk that was full) may open the next time.
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** All imported packs, enabled or not, in their order. */
export async function readPackRecords(): Promise<PackRecord[]> {
  const records = await (await open()).getAll('records');
  return records.sort((a, b) => a.order - b.order);
}

/** As JSON, to the byte as it was imported. */
export async function readStoredText(id: string): Promise<string | undefined> {
  return (await open()).get('contents', id);
}

export async function readStoredPack(id: string): Promise<Pack | undefined> {
  const text = await readStoredText(id);
  return text === undefined ? undefined : (JSON.parse(text) as Pack);
}

export async function readCompiledPack(id: string): Promise<CompiledPack | undefined> {
  return (await open()).get('compiled', id);
}

/** What an import brings; the store gives the pack its place. */
export type NewPack = Omit<PackRecord, 'order' | 'isEnabled' | 'stamp'>;

/**
 * Keeps a pack, in the place of the one with its id where there is one, else behind all others. One transaction: whatever
 * happens in between, a crash too, either all of it is kept or everything is as before.
 * @throws StorageFullError where there is no room for it.
 */
export async function storePack(record: NewPack, pack: Pack, compiled: CompiledPack): Promise<void> {
  const text = JSON.stringify(pack);
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const [former, all] = await Promise.all([records.get(record.id), records.getAll()]);
    const last = Math.max(0, ...all.map(({ order }) => order));
    // One after another: of several at once, those that did not fail would be rejected with nobody listening.
    await records.put({
      ...record,
      order: former?.order ?? last + 1,
      isEnabled: former?.isEnabled ?? true,
      stamp: crypto.randomUUID(),
    });
    await transaction.objectStore('contents').put(text, record.id);
    await transaction.objectStore('compiled').put(compiled, record.id);
  });
}

/** Keeps the indexes of a pack that were compiled anew after an update of Sidelight. */
export async function storeCompiledPack(
  record: PackRecord,
  compiled: CompiledPack,
  compiledVersion: string,
): Promise<void> {
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const current = await records.get(record.id);
    if (current?.stamp !== record.stamp) return;
    await records.put({ ...current, compiledVersion });
    await transaction.objectStore('compiled').put(compiled, record.id);
  });
}

export async function enablePack(id: string, isEnabled: boolean): Promise<void> {
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const record = await records.get(id);
    if (record) await records.put({ ...record, isEnabled });
  });
}

/** @param ids of all imported packs; any that is not among them keeps its place behind these. */
export async function orderPacks(ids: readonly string[]): Promise<void> {
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const all = (await records.getAll()).sort((a, b) => a.order - b.order);
    const placeOf = ({ id, order }: PackRecord) => (ids.includes(id) ? ids.indexOf(id) : ids.length + order);
    const sorted = all.sort((a, b) => placeOf(a) - placeOf(b));
    for (const [place, record] of sorted.entries()) await records.put({ ...record, order: place + 1 });
  });
}

export async function removePack(id: string): Promise<void> {
  await change(async (transaction) => {
    for (const store of stores) await transaction.objectStore(store).delete(id);
  });
}

/** All that the store has of one pack, to the byte. */
export interface StoredPack {
  readonly record: PackRecord;
  readonly text: string;
  readonly compiled: CompiledPack;
}

export async function copyStoredPack(id: string): Promise<StoredPack | undefined> {
  const transaction = (await open()).transaction(stores);
  const [record, text, compiled] = await Promise.all([
    transaction.objectStore('records').get(id),
    transaction.objectStore('contents').get(id),
    transaction.objectStore('compiled').get(id),
  ]);
  return record && text !== undefined && compiled ? { record, text, compiled } : undefined;
}

/**
 * Puts a pack that was removed back into its place among the others, as it was.
 * @returns false where a pack with its id was imported since, which stays.
 * @throws StorageFullError where there is no room for it.
 */
export async function restoreStoredPack({ record, text, compiled }: StoredPack): Promise<boolean> {
  let isBack = false;
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const others = (await records.getAll()).sort((a, b) => a.order - b.order);
    if (others.some(({ id }) => id === record.id)) return;
    const later = others.filter(({ order }) => order >= record.order);
    await records.put(record);
    // Whoever was moved to its place meanwhile comes after it.
    for (const [place, other] of later.entries())
      await records.put({ ...other, order: record.order + place + 1 });
    await transaction.objectStore('contents').put(text, record.id);
    await transaction.objectStore('compiled').put(compiled, record.id);
    isBack = true;
  });
  return isBack;
}

/**
 * Takes an import back: what it replaced is there again, ordered and switched as the pack is now; where it replaced nothing, the pack goes.
 * @param stamp of the import.
 * @returns false where the pack was removed or imported again since; nothing is changed then.
 * @throws StorageFullError where there is no room for what was replaced.
 */
export async function revertImport(
  id: string,
  stamp: string,
  former: StoredPack | undefined,
): Promise<boolean> {
  let isBack = false;
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const current = await records.get(id);
    if (current?.stamp !== stamp) return;
    if (former === undefined) {
      for (const store of stores) await transaction.objectStore(store).delete(id);
    } else {
      const { order, isEnabled } = current;
      await records.put({ ...former.record, order, isEnabled });
      await transaction.objectStore('contents').put(former.text, id);
      await transaction.objectStore('compiled').put(former.compiled, id);
    }
    isBack = true;
  });
  return isBack;
}

/** The disk, or the browser's share of it, is full. What was stored before is untouched. */
class StorageFullError extends FailureError {
  override readonly name = 'StorageFullError';

  constructor(options: ErrorOptions) {
    super({ code: 'noRoomForPack', values: {} }, options);
  }
}

type StoreTransaction = Awaited<ReturnType<typeof beginChange>>;

async function beginChange() {
  // `strict`: done only when it is on the disk, so that a crash right after "imported" does not take it back.
  return (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
}

async function change(work: (transaction: StoreTransaction) => Promise<void>): Promise<void> {
  const transaction = await beginChange();
  // Rejects together with the work; without a listener that would be reported as unhandled.
  transaction.done.catch(() => undefined);
  try {
    await work(transaction);
    await transaction.done;
  } catch (error) {
    abortQuietly(transaction);
    const reason = transaction.error ?? error;
    if (!isStorageFull(reason) && !isStorageFull(error)) throw error;
    throw new StorageFullError({ cause: reason });
  }
}

function abortQuietly(transaction: StoreTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself, which is what was wanted.
  }
}

function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
