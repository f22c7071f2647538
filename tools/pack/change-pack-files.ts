import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from '../command-line/cli-error.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { formatJson } from '../knowledge-checks/check-form.ts';
import type { ReadPackFiles } from '../pack-files/read-pack-files.ts';
import { replaceFile } from './replace-file.ts';

/** The object at a path as the checks report it: `statements[its-id].wordings[0].attribution`. */
export function entryAt(data: unknown, place: string): object {
  let entry = data;
  for (const [, key = ''] of place.matchAll(/([^.[\]]+)/g)) {
    entry = Array.isArray(entry)
      ? (entry.find((one: { id?: unknown }) => one.id === key) ?? entry[Number(key)])
      : (entry as Record<string, unknown>)[key];
  }
  return entry as object;
}

/**
 * Applies changes to the files of a pack folder, and writes each changed file in the canonical formatting.
 * @param read the files as they were read
 * @param apply changes the data of one file; given the changes of that file, in their order
 * @throws CliError if a file cannot be written, or was changed meanwhile
 */
export async function changePackFiles<Change extends { readonly file: string }>(
  folder: string,
  read: Pick<ReadPackFiles, 'files' | 'rawFiles'>,
  changes: readonly Change[],
  apply: (data: unknown, changes: readonly Change[]) => void,
): Promise<void> {
  for (const name of new Set(changes.map(({ file }) => file))) {
    const data = structuredClone(read.files[name]);
    apply(
      data,
      changes.filter(({ file }) => file === name),
    );
    const file = path.join(folder, name);
    await rejectChanged(file, read.rawFiles[name] ?? '');
    await replaceFile(file, formatJson(data));
  }
}

async function rejectChanged(file: string, before: string): Promise<void> {
  const now = await readFile(file, 'utf8').catch((error: unknown) => {
    throw explainFileError(error, 'Writing', file);
  });
  if (now === before) return;
  throw new CliError(
    `${file}: It was changed while it was being read.\n    What to do: Save it, and give the command again.`,
  );
}
