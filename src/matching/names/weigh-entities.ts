import { lookUpPack } from '../../knowledge/look-up-pack.ts';
import type { Entity, Pack } from '../../knowledge/pack-schema.ts';

/** An entity on which a source says otherwise outweighs all others, then one whose names are not common words. */
const weightOfDifference = 128;
const weightOfAlways = 64;
/** More outlets than this count as so many. */
const maxOutlets = 63;

/**
 * How much a pack has to say about each of its entities, by id: 0 to 255. 0 where it has not the words of two
 * independent outlets (editions of one article count once, an altered copy is no outlet), and for concepts: they are
 * found and listed, but not marked unless the reader chooses to have more marked.
 *
 * A pack that has two outlets' words on no entity at all, such as a glossary or one from a single source, cannot be
 * chosen from: all its entities weigh something.
 */
export function weighEntities(pack: Pack): ReadonlyMap<string, number> {
  const { independentOutlets } = lookUpPack(pack);
  const quoted = listQuotedSources(pack);
  const disputed = new Set(pack.claims.filter(isDisputed).flatMap(({ about }) => about));
  const outlets = new Map(
    pack.entities.map(({ id, type }) => {
      const count = independentOutlets(quoted.get(id) ?? []).length;
      return [id, type === 'concept' || count < 2 ? 0 : Math.min(count, maxOutlets)];
    }),
  );
  const hasNone = [...outlets.values()].every((count) => count === 0);
  const weigh = ({ id, show }: Entity): number => {
    const count = hasNone ? 1 : (outlets.get(id) ?? 0);
    if (count === 0) return 0;
    return (disputed.has(id) ? weightOfDifference : 0) + (show === 'always' ? weightOfAlways : 0) + count;
  };
  return new Map(pack.entities.map((entity) => [entity.id, weigh(entity)]));
}

function isDisputed({ positions }: Pack['claims'][number]): boolean {
  return positions.some(({ stance }) => stance === 'says-otherwise');
}

/** By entity, the sources whose own words a card can show: of statements, claims and facts. */
function listQuotedSources(pack: Pack): Map<string, Set<string>> {
  const quoted = new Map<string, Set<string>>();
  const add = (entity: string, source: string): void => {
    const known = quoted.get(entity);
    if (known) known.add(source);
    else quoted.set(entity, new Set([source]));
  };
  for (const { about, speaker, wordings } of pack.statements) {
    for (const entity of [...about, ...(speaker?.entity ? [speaker.entity] : [])])
      for (const { source } of wordings) add(entity, source);
  }
  for (const { about, positions } of pack.claims) {
    const speaking = positions.filter(({ evidence }) => evidence.length > 0);
    for (const entity of about) for (const { source } of speaking) add(entity, source);
  }
  for (const { id, facts } of pack.entities) {
    const cites = facts.flatMap((fact) => fact.cites).filter(({ quote }) => quote !== undefined);
    for (const { source } of cites) add(id, source);
  }
  return quoted;
}
