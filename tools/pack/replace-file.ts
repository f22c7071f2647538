import { rename, rm, writeFile } from 'node:fs/promises';
import { explainFileError } from '../command-line/explain-file-error.ts';

/**
 * Writes a file under another name first: if the disk fills up halfway, an existing file stays intact.
 * @throws CliError if it cannot be written
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw explainFileError(error, 'Writing', file);
  }
}
