import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { readPackFiles } from '../pack-files/read-pack-files.ts';
import { formatJson } from './check-form.ts';

export interface FormattedPack {
  /** Names inside the pack of the files that were rewritten. */
  readonly written: readonly string[];
  /** Why files were left unchanged. */
  readonly problems: readonly DescribedProblem[];
}

/**
 * Writes every file of a pack in the canonical format; no value changes. A file that is not JSON, or has a repeated
 * key, is left unchanged: rewriting it could lose data.
 * @param packPath a folder, or one file with a whole pack
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
    // If it was saved in an editor meanwhile, do not overwrite it.
    if (formatted === raw || (await readFile(file, 'utf8')) !== raw) continue;
    await writeFile(file, formatted);
    written.push(name);
  }
  return { written, problems };
}
