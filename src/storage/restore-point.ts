import { type DBSchema, openDB } from 'idb';
import type { RestorePoint } from '../contracts/restore-point.ts';

export interface StoredRestorePoint extends RestorePoint {
  /** The previous state as an export; with imported packs it may be megabytes, too large for `storage.local`. */
  readonly file: Blob;
  /** Whether what followed changed what is kept; undefined in those of earlier versions. */
  readonly changesKept?: boolean;
}

interface RestorePointDatabase extends DBSchema {
  before: { key: 'last'; value: StoredRestorePoint };
}

/** Only the last one is stored. */
export async function readRestorePoint(): Promise<StoredRestorePoint | undefined> {
  const database = await open();
  try {
    return await database.get('before', 'last');
  } finally {
    database.close();
  }
}

/** @throws if there is no space for it */
export async function writeRestorePoint(before: StoredRestorePoint | undefined): Promise<void> {
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
