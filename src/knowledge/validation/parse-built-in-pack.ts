import type { Pack } from '../pack-schema.ts';
import { parsePack } from './parse-pack.ts';

/**
 * The pack that is bundled, from its files as the bundler names them (`../assets/knowledge/<pack>/topics.json`).
 * It goes the way of any pack, and each of its entities has a lead; the build has refused a damaged one long before.
 * @throws Error naming file, place and code of the first problem.
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
