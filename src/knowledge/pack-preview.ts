import type { PackChanges } from './compare-packs.ts';
import type { Entity, EntityType, Pack } from './pack-schema.ts';

export type PackCounts = Readonly<
  Record<'entities' | 'names' | 'sources' | 'statements' | 'claims' | 'events', number>
>;

/** What a reader sees of a pack before confirming the import. */
export interface PackPreview {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly licence: string;
  readonly knownTo: string;
  readonly origin?: Pack['origin'];
  readonly note?: string;
  readonly counts: PackCounts;
  readonly topics: readonly {
    readonly title: string;
    readonly color: string;
    readonly onByDefault: boolean;
    readonly entityCount: number;
  }[];
  /** A few of its entities, spread over the whole pack. */
  readonly samples: readonly {
    readonly title: string;
    readonly type: EntityType;
    readonly summary: string;
  }[];
  readonly knownNames: KnownNames;
  /** The pack that it would replace. */
  readonly former?: FormerPack;
  /** How it differs from that pack. */
  readonly changes?: PackChanges;
}

/** Names that enabled packs have already: those packs come first. */
export interface KnownNames {
  readonly count: number;
  /** The first few entities. */
  readonly samples: readonly { readonly name: string; readonly packTitle: string }[];
}

export interface FormerPack {
  readonly version: string;
  readonly knownTo: string;
  readonly counts: PackCounts;
}

/**
 * @param former the pack of the same id that an import would replace
 * @param changes from that pack to this one
 */
export function makePackPreview(
  pack: Pack,
  knownNames: KnownNames,
  former: FormerPack | undefined,
  changes?: PackChanges,
): PackPreview {
  const { id, title, version, language, licence, knownTo, origin, note } = pack;
  const byTopic = new Map<string, number>();
  for (const { topic } of pack.entities) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
  return {
    ...{ id, title, version, language, licence, knownTo },
    ...(origin && { origin }),
    ...(note && { note }),
    counts: countPack(pack),
    topics: pack.topics.map((topic) => ({
      title: topic.title,
      color: topic.color,
      onByDefault: topic.onByDefault,
      entityCount: byTopic.get(topic.id) ?? 0,
    })),
    samples: pickSamples(pack.entities).map((entity) => ({
      title: entity.title,
      type: entity.type,
      summary: entity.summary,
    })),
    knownNames,
    ...(former && { former }),
    ...(changes && { changes }),
  };
}

export function countPack({ entities, sources, statements, claims, events }: Pack): PackCounts {
  return {
    entities: entities.length,
    names: entities.reduce((sum, { names }) => sum + names.length, 0),
    sources: sources.length,
    statements: statements.length,
    claims: claims.length,
    events: events.length,
  };
}

const sampleCount = 3;

/** Evenly spaced: its first entities are all of one topic. */
function pickSamples(entities: readonly Entity[]): readonly Entity[] {
  if (entities.length <= sampleCount) return entities;
  const places = Array.from({ length: sampleCount }, (_, i) =>
    Math.floor((i * entities.length) / sampleCount),
  );
  return places.map((place) => entities[place] as Entity);
}

/** Negative if `a` is the older version, 0 if both are the same; versions are written `1.2.3`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const [i, part] of (left ?? []).entries()) {
    const difference = part - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
