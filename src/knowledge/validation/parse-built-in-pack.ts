import type { Pack } from '../pack-schema.ts';
import { parsePack } from './parse-pack.ts';

/**
 * The bundled pack, from its files as the bundler names them (`../assets/knowledge/<pack>/topics.json`). It is read
 * like any pack, and each entity must have a lead; the build refuses an invalid one.
 * @throws Error naming file, place and code of the first problem
 */
export function parseBuiltInPack(files: Readonly<Record<string, unknown>>): Pack {
  const named = Object.entries(files).map(([path, data]) => [
    path.replace(/^.*\/knowledge\/[^/]+\//, ''),
    data,
  ]);
  const { pack, problems } = parsePack(Object.fromEntries(named));
  if (pack === undefined) {
    const [first] = problems;
    throw new Error(`The built-in pack is damaged: ${first?.file} ${first?.path}: ${first?.code}`);
  }
  const withoutLead = pack.entities.find(({ lead }) => lead === undefined);
  if (withoutLead) throw new Error(`The built-in pack is damaged: "${withoutLead.id}" has no lead.`);
  return pack;
}
