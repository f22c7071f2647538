import { zipSync } from 'fflate';

/**
 * The same for every file, so that the same contents give the same archive: the earliest that the format supports. In
 * local time, which is what the format stores; in UTC, the archive would depend on the time zone.
 */
const fixedTime = new Date(1980, 0, 1);
const highestCompression = 9;

/**
 * A zip archive of `files` (contents by path, with `/` as separator), bit for bit the same for the same files: sorted
 * by path, without times, owners or permissions. Uses fflate, not Node's zlib, whose output differs between versions.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...files.keys()].sort();
  const options = { mtime: fixedTime, level: highestCompression } as const;
  return zipSync(Object.fromEntries(paths.map((path) => [path, files.get(path) as Uint8Array])), options);
}
