import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All files under a folder, contents by path, with `/` as separator. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return readFiles(
    folder,
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))),
  );
}

/** The files named, contents by path. */
export function readFiles(folder: string, names: readonly string[]): Map<string, Uint8Array> {
  return new Map(
    names.map((name) => [
      name.split(path.sep).join('/'),
      new Uint8Array(readFileSync(path.join(folder, name))),
    ]),
  );
}
