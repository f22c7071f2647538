import { strToU8, zipSync } from 'fflate';

/** A zip archive of one folder. @param files paths in it, with `/`, to texts */
export function zipFolder(name: string, files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [`${name}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries));
}
