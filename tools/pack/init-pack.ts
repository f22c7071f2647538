import { createHash } from 'node:crypto';
import path from 'node:path';
import { articlesFolder, type PackFolder } from '../../src/stories/drafts/make-draft-folder.ts';
import { exampleArticles, examplePage, makeEmptyFiles, makeExampleFiles } from './example-pack.ts';
import { packIdFor, writePackFolder } from './write-pack-folder.ts';

/**
 * Writes a pack to a new folder, all of it or nothing: the example, or a pack without entries, ready to be filled.
 * @throws CliError if the folder exists already or cannot be written
 */
export async function initPack(folder: string, isEmpty = false): Promise<void> {
  await writePackFolder(folder, listFiles(folder, isEmpty));
}

function listFiles(folder: string, isEmpty: boolean): PackFolder {
  const id = packIdFor(path.basename(folder));
  if (isEmpty) return { packFiles: makeEmptyFiles(id), otherFiles: {} };
  const otherFiles: Record<string, string> = { 'page.html': examplePage };
  const hashes = new Map<string, string>();
  for (const [article, text] of Object.entries(exampleArticles)) {
    otherFiles[`${articlesFolder}/${article}.txt`] = text;
    hashes.set(article, createHash('sha256').update(text).digest('hex'));
  }
  return { packFiles: makeExampleFiles(id, hashes), otherFiles };
}
