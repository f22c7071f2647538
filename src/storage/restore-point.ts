import { type DBSchema, openDB } from 'idb';

/** What was there before everything was set back or a file taken over, as an export has it. */
export interface RestorePoint {
  readonly why: 'reset' | 'import';
  readonly atMs: number;
  /** The export; with imported packs it may have megabytes, for which `storage.local` has no room. */
  readonly file: Blob;
}

interface RestorePointDatabase extends DBSchema {
  before: { key: 'last'; value: RestorePoint };
}

/** Only the last one is kept. */
export async function readRestorePoint(): Promise<RestorePoint | undefined> {
  const database = await open();
  try {
    return await database.get('before', 'last');
  } finally {
    database.close();
  }
}

/** @throws where there is no room for it. */
export async function writeRestorePoint(before: RestorePoint | undefined): Promise<void> {
  const database = await open();
  try {
    if (before === undefined) await database.delete('before', 'last');
    else await database.put('before', before, 'last');
  } finally {
    database.close();
  }
}

function open() {
  return openDB<RestorePointDatabase>('sidelight-before', 1, {
    upgrade(database) {
      database.createObjectStore('before');
    },
  });
}
