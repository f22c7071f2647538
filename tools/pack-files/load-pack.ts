import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { describeInEnglish } from '../command-line/describe-in-english.ts';
import { type ReadPackFiles, readPackFiles } from './read-pack-files.ts';

export interface LoadedPack extends ReadPackFiles {
  /** Undefined if `problems` says why the pack could not be read. */
  readonly pack: Pack | undefined;
}

/** Reads a pack from a folder, or from one file with the whole pack. Never throws because of their content. */
export async function loadPack(packPath: string): Promise<LoadedPack> {
  const read = await readPackFiles(packPath);
  if (read.problems.length > 0) return { ...read, pack: undefined };
  const { pack, problems = [] } = parsePack(read.files);
  return { ...read, pack, problems: problems.map(describeInEnglish) };
}
