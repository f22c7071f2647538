/**
 * Asks the browser once more not to delete what is kept when the disk is nearly full. To be called in the handler of
 * the click that keeps the first article: Firefox asks the reader only then. Never rejects, and may never resolve: a
 * question may stay unanswered.
 */
export async function askForPersistence(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}

let isAsked = false;

/**
 * Asks the same, once in each page of the extension, if the browser has not promised it yet. Never rejects, and may never
 * resolve.
 * @returns undefined if it was not asked
 */
export async function askForPersistenceOnce(): Promise<boolean | undefined> {
  if (isAsked) return undefined;
  isAsked = true;
  return (await isStoragePersistent()) ? undefined : askForPersistence();
}

/** Whether the browser has agreed to keep what is stored. Never rejects. */
export async function isStoragePersistent(): Promise<boolean> {
  return navigator.storage.persisted().catch(() => false);
}
