import { callBackground } from '../messaging/call-background.ts';
import { type ExportedArticle, type ExportedKept, maxExportLength } from '../settings/export/export-file.ts';
import { FailureError } from '../settings/failure.ts';
import { countKept, listStories, readKeptArticles, readKeptIds } from '../storage/kept-store.ts';
import { removeAllKept } from '../storage/restore-kept.ts';
import { writeRestorePoint } from '../storage/restore-point.ts';

/** Articles that are in memory as objects at one time. */
const batchSize = 100;

/**
 * The kept articles and their stories, in the form of an export.
 * @throws an `exportTooLong` failure before more than that is held in memory
 */
export async function readKeptForBackup(): Promise<ExportedKept> {
  const ids = await readKeptIds();
  const articles: ExportedArticle[] = [];
  let count = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = await readKeptArticles(ids.slice(from, from + batchSize));
    for (const article of batch) {
      const text = JSON.stringify(article);
      count += text.length;
      articles.push({ id: article.id, text });
    }
    if (count > maxExportLength) {
      throw new FailureError({ code: 'exportTooLong', values: { count, most: maxExportLength } });
    }
  }
  const stories = (await listStories()).map(({ stamp: _stamp, ...story }) => story);
  return { stories, articles };
}

/** How much is kept, and how safely. */
export async function readKeptUsage() {
  const [{ articles, stories }, { usage: storedBytes }, isPersisted] = await Promise.all([
    countKept(),
    navigator.storage.estimate().catch((): StorageEstimate => ({})),
    navigator.storage.persisted().catch(() => false),
  ]);
  return { articles, stories, storedBytes, isPersisted };
}

/** Deletes all that is kept, also where it is stored for restoring the state before a reset or import. */
export async function deleteAllKept(): Promise<void> {
  // First: pages that are told of the removal read it again.
  await writeRestorePoint(undefined);
  await removeKept();
}

/** Removes everything that is kept. */
export async function removeKept(): Promise<void> {
  await announceStories(await removeAllKept());
}

/** Tells the background and every open page that these stories have changed. */
export async function announceStories(stories: readonly string[]): Promise<void> {
  await callBackground('announceStories', { stories: [...stories] });
}
