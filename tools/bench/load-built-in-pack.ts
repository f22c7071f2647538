import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { builtInPackFolder } from '../pack-files/built-in-pack.ts';
import { loadPack } from '../pack-files/load-pack.ts';

/** @throws Error if the pack in the project's own folder cannot be read */
export async function loadBuiltInPack(): Promise<Pack> {
  const { pack, problems } = await loadPack(builtInPackFolder);
  if (!pack) throw new Error(`The built-in pack cannot be read: ${JSON.stringify(problems[0])}`);
  return pack;
}
