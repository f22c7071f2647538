import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A function that opens a database of version 1 the first time, and again only after it was closed or could not be opened. */
export function openOnce<Schema extends DBSchema>(
  name: string,
  upgrade: (database: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  return () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade,
      // Closes, because a context with a newer version is waiting for this one.
      blocking: (_current, _blocked, event) => {
        opened = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated() {
        opened = undefined;
      },
    });
    // A store that failed to open (on a full disk) may open the next time.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
}
