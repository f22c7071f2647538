import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeRepeatedKey } from '../../src/knowledge/find-repeated-key.ts';
import type { ToldProblem } from '../../src/ui/tell-problem.ts';
import { loadPack } from '../load-pack.ts';
import { formatJson } from './check-form.ts';

export interface FormattedPack {
  /** Names inside the pack of the files that were written anew. */
  readonly written: readonly string[];
  /** Why files were left as they are. */
  readonly problems: readonly ToldProblem[];
}

/**
 * Writes every file of a pack in the canonical form; no value changes. What is not JSON, or has a key twice, is left as it is:
 * there is nothing safe to write.
 * @param packPath a folder, or one file that holds a whole pack
 */
export async function formatPack(packPath: string): Promise<FormattedPack> {
  const { rawFiles, files, problems } = await loadPack(packPath);
  const isFile = await stat(packPath).then(
    (found) => found.isFile(),
    () => false,
  );
  const isLeft = (name: string) =>
    !(name in files) || describeRepeatedKey(rawFiles[name] ?? '', name) !== undefined;
  const written: string[] = [];
  for (const [name, raw] of Object.entries(rawFiles)) {
    if (isLeft(name)) continue;
    const formatted = formatJson(files[name]);
    const file = isFile ? packPath : path.join(packPath, name);
    // Saved in an editor meanwhile, it is not ours to write over.
    if (formatted === raw || (await readFile(file, 'utf8')) !== raw) continue;
    await writeFile(file, formatted);
    written.push(name);
  }
  // What else is amiss with a pack that could be read is for the check to tell.
  const isUnread = Object.keys(files).length === 0;
  return {
    written,
    problems: problems.filter(({ file }) => (file in rawFiles ? isLeft(file) : isUnread)),
  };
}
