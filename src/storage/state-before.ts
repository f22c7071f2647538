import { type DBSchema, openDB } from 'idb';

/** What was there before everything was set back or a file taken over, as an export has it. */
export interface StateBefore {
  readonly why: 'reset' | 'import';
  readonly atMs: number;
  /** The export; with imported packs it may have megabytes, for which `storage.local` has no room. */
  readonly file: Blob;
}

interface BeforeDatabase extends DBSchema {
  before: { key: 'last'; value: StateBefore };
}

/** Only the last one is kept. */
export async function readStateBefore(): Promise<StateBefore | undefined> {
  const database = await open();
  try {
    return await database.get('before', 'last');
  } finally {
    database.close();
  }
}

/** @throws where there is no room for it. */
export async function writeStateBefore(before: StateBefore | undefined): Promise<void> {
  const database = await open();
  try {
    if (before === undefined) await database.delete('before', 'last');
    else await database.put('before', before, 'last');
  } finally {
    database.close();
  }
}

function open() {
  return openDB<BeforeDatabase>('sidelight-before', 1, {
    upgrade(database) {
      database.createObjectStore('before');
    },
  });
}
