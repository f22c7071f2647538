import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { formatJson } from './check-form.ts';

export interface FormattedPack {
  /** Names inside the pack of the files that were written anew. */
  readonly written: readonly string[];
  /** Why files were left as they are. */
  readonly problems: readonly DescribedProblem[];
}

/**
 * Writes every file of a pack in the canonical form; no value changes. What is not JSON, or has a key twice, is left as it is:
 * there is nothing safe to write.
 * @param packPath a folder, or one file that holds a whole pack
 */
export async function formatPack(packPath: string): Promise<FormattedPack> {
  const { rawFiles, files, problems } = await readPackFiles(packPath);
  const isFile = await stat(packPath).then(
    (found) => found.isFile(),
    () => false,
  );
  const written: string[] = [];
  for (const [name, raw] of Object.entries(rawFiles)) {
    if (!(name in files)) continue;
    const formatted = formatJson(files[name]);
    const file = isFile ? packPath : path.join(packPath, name);
    // Saved in an editor meanwhile, it is not ours to write over.
    if (formatted === raw || (await readFile(file, 'utf8')) !== raw) continue;
    await writeFile(file, formatted);
    written.push(name);
  }
  return { written, problems };
}
