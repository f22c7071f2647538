import type { DBSchema } from 'idb';
import type { DetailedPack } from '../contracts/messages.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { FailureError } from '../settings/failure.ts';
import { completeTransaction } from './complete-transaction.ts';
import { openOnce } from './open-once.ts';

/** An imported pack's entry in lists, which can be read without the whole pack. */
export interface PackRecord extends DetailedPack {
  readonly isEnabled: boolean;
  /** Packs take precedence in ascending order; the built-in one comes before them all. */
  readonly order: number;
  /** New with each import, by which caches notice that the pack was replaced. */
  readonly stamp: string;
  /** The version of its indexes' formats, see `compiledVersion`. */
  readonly compiledVersion: string;
}

interface PackDatabase extends DBSchema {
  records: { key: string; value: PackRecord };
  contents: { key: string; value: string };
  compiled: { key: string; value: CompiledPack };
}

const stores = ['records', 'contents', 'compiled'] as const;
const open = openOnce<PackDatabase>('sidelight-packs', (database) => {
  database.createObjectStore('records', { keyPath: 'id' });
  // As JSON text: for 20,000 entities the browser's own cloning takes twice as long as the parser.
  database.createObjectStore('contents');
  database.createObjectStore('compiled');
});

/** All imported packs, enabled or not, in their order. */
export async function readPackRecords(): Promise<PackRecord[]> {
  const records = await (await open()).getAll('records');
  return records.sort((a, b) => a.order - b.order);
}

/** As JSON, byte for byte as imported. */
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

/** What an import provides; the store assigns the rest. */
export type NewPack = Omit<PackRecord, 'order' | 'isEnabled' | 'stamp'>;

/**
 * Stores a pack, in the position of the one with the same id, or else last. One transaction: after a failure
 * or crash, either all of it is stored or nothing has changed.
 * @throws StorageFullError if there is no space for it
 */
export async function storePack(record: NewPack, pack: Pack, compiled: CompiledPack): Promise<void> {
  const text = JSON.stringify(pack);
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const [former, all] = await Promise.all([records.get(record.id), records.getAll()]);
    const last = Math.max(0, ...all.map(({ order }) => order));
    // One after another: with several at once, the rejections of the others would be unhandled.
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

/** Stores a pack's indexes that were recompiled after an update of Sidelight. */
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

/** @param ids of all imported packs; any that is missing keeps its position behind these */
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

/** Everything that the store has of one pack, byte for byte. */
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
 * Restores a removed pack at its former position.
 * @returns false if a pack with its id was imported since; that one stays
 * @throws StorageFullError if there is no space for it
 */
export async function restoreStoredPack({ record, text, compiled }: StoredPack): Promise<boolean> {
  let isBack = false;
  await change(async (transaction) => {
    const records = transaction.objectStore('records');
    const others = (await records.getAll()).sort((a, b) => a.order - b.order);
    if (others.some(({ id }) => id === record.id)) return;
    const later = others.filter(({ order }) => order >= record.order);
    await records.put(record);
    // Packs that have moved to its position since come after it.
    for (const [place, other] of later.entries())
      await records.put({ ...other, order: record.order + place + 1 });
    await transaction.objectStore('contents').put(text, record.id);
    await transaction.objectStore('compiled').put(compiled, record.id);
    isBack = true;
  });
  return isBack;
}

/**
 * Reverts an import: restores the replaced pack, with the present order and switch; if nothing was replaced,
 * removes the pack.
 * @param stamp of the import
 * @returns false if the pack was removed or imported again since; nothing is changed then
 * @throws StorageFullError if there is no space for the replaced pack
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

/** The disk, or the browser's share of it, is full. Stored data is unchanged. */
class StorageFullError extends FailureError {
  override readonly name = 'StorageFullError';

  constructor(options: ErrorOptions) {
    super({ code: 'noRoomForPack', values: {} }, options);
  }
}

type StoreTransaction = Awaited<ReturnType<typeof beginChange>>;

async function beginChange() {
  // `strict`: resolves only once data is on the disk, so that a crash right after "imported" does not undo
  // it.
  return (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
}

async function change(work: (transaction: StoreTransaction) => Promise<void>): Promise<void> {
  await completeTransaction(await beginChange(), work, (options) => new StorageFullError(options));
}
