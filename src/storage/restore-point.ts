import { type DBSchema, openDB } from 'idb';

/** The state before a reset or an import, in the form of an export. */
export interface RestorePoint {
  readonly why: 'reset' | 'import';
  readonly atMs: number;
  /** The export. With imported packs it may have megabytes, too large for `storage.local`. */
  readonly file: Blob;
}

interface RestorePointDatabase extends DBSchema {
  before: { key: 'last'; value: RestorePoint };
}

/** Only the last one is stored. */
export async function readRestorePoint(): Promise<RestorePoint | undefined> {
  const database = await open();
  try {
    return await database.get('before', 'last');
  } finally {
    database.close();
  }
}

/** @throws if there is no space for it */
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
