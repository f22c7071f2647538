import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from '../command-line/cli-error.ts';
import { formatProblem } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * The articles of a folder by their SHA-256: a pack identifies its articles by content, not by file name.
 * @throws CliError if the folder or an article cannot be read, or is not UTF-8
 */
export async function readSourceTexts(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw explainFileError(error, 'Reading', folder);
  });
  const texts = new Map<string, string>();
  for (const name of names.sort()) {
    if (!/\.txt$/i.test(name)) continue;
    const place = path.join(folder, name);
    const { text, bytes, problem } = await readTextFile(place, place).catch((error: unknown) => {
      throw explainFileError(error, 'Reading', place);
    });
    if (problem) throw new CliError(formatProblem(problem));
    texts.set(createHash('sha256').update(bytes).digest('hex'), text);
  }
  return texts;
}
