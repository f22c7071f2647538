import { readFile } from 'node:fs/promises';
import { CliError } from '../command-line/cli-error.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { formatJson } from '../knowledge-checks/check-form.ts';
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
 * Writes a changed file of a pack folder.
 * @param before its text when it was read
 * @throws CliError if it cannot be written, or was changed meanwhile
 */
export async function writePackFile(file: string, before: string, data: unknown): Promise<void> {
  await rejectChanged(file, before);
  await replaceFile(file, formatJson(data));
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
