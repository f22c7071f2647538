import { readFile } from 'node:fs/promises';
import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { decodeText } from '../../src/knowledge/validation/decode-text.ts';
import { describeInEnglish } from '../command-line/describe-in-english.ts';

export type TextFile =
  | { readonly text: string; readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly text?: undefined; readonly bytes: Uint8Array; readonly problem: DescribedProblem };

/**
 * A file's exact text, including a byte order mark; or the problem that it is not UTF-8.
 * @param name what the problem calls the file
 * @throws the system's error if the file cannot be read
 */
export async function readTextFile(file: string, name: string): Promise<TextFile> {
  const bytes = await readFile(file);
  const { text, fault } = decodeText(bytes);
  if (fault) return { bytes, problem: describeInEnglish({ file: name, path: '', ...fault }) };
  return { bytes, text };
}
