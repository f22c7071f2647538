import { countOutletsByEntity, type OutletCount } from '../../knowledge/count-outlets-by-entity.ts';
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
 * found and listed, but not marked unless the reader chooses to have more marked. In a pack made from a story a concept is
 * whatever no article says the nature of, and counts like anything else.
 *
 * A pack that has two outlets' words on no entity at all, such as a glossary or one from a single source, cannot be
 * chosen from: all its entities weigh something.
 */
export function weighEntities(pack: Pack): ReadonlyMap<string, number> {
  const quoted = countQuotedOutlets(pack);
  const disputed = new Set(pack.claims.filter(lookUpPack(pack).isOpposed).flatMap(({ about }) => about));
  const outlets = new Map(
    pack.entities.map(({ id, type }) => {
      const count = quoted.of(id);
      const isConcept = type === 'concept' && pack.origin !== 'story';
      return [id, isConcept || count < 2 ? 0 : count];
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

/** By entity, the outlets whose own words a card can show: of statements, claims and facts. */
function countQuotedOutlets(pack: Pack): OutletCount {
  const quoted = countOutletsByEntity(lookUpPack(pack), maxOutlets);
  for (const { about, speaker, wordings } of pack.statements)
    quoted.add([...about, ...(speaker?.entity ? [speaker.entity] : [])], sourcesOf(wordings));
  for (const { about, positions } of pack.claims)
    quoted.add(about, sourcesOf(positions.filter(({ evidence }) => evidence.length > 0)));
  for (const { id, facts } of pack.entities) {
    const cites = facts.flatMap((fact) => fact.cites);
    quoted.add([id], sourcesOf(cites.filter(({ quote }) => quote !== undefined)));
  }
  return quoted;
}

function sourcesOf(items: readonly { readonly source: string }[]): string[] {
  return items.map(({ source }) => source);
}
