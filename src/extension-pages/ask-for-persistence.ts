import { countKept } from '../storage/kept-store.ts';

/**
 * Once the first article is kept, asks the browser not to delete what is kept when the disk is nearly full. Firefox
 * asks the reader, who may never answer: do not wait for it. Never rejects.
 * @returns the answer; undefined if it is not the first article, and nothing was asked
 */
export async function askForPersistence(): Promise<boolean | undefined> {
  const { articles } = await countKept();
  return articles === 1 ? navigator.storage.persist().catch(() => false) : undefined;
}

/** Whether the browser has agreed to keep what is stored. Never rejects. */
export async function isStoragePersistent(): Promise<boolean> {
  return navigator.storage.persisted().catch(() => false);
}
