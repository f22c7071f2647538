import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The articles of a folder by their SHA-256: a pack knows its articles by content, whatever the files are called. */
export async function readSourceTexts(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.txt')) continue;
    const bytes = await readFile(path.join(folder, name));
    texts.set(createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8'));
  }
  return texts;
}
