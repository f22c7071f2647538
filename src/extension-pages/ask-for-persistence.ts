/**
 * Asks the browser once more not to delete what is kept when the disk is nearly full. To be called in the handler of
 * the click that keeps the first article: Firefox asks the reader only then. Never rejects, and may never resolve: a
 * question may stay unanswered.
 */
export async function askForPersistence(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}

/** Whether the browser has agreed to keep what is stored. Never rejects. */
export async function isStoragePersistent(): Promise<boolean> {
  return navigator.storage.persisted().catch(() => false);
}
