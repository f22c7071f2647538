import type { Pack } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import type { EntityOverview, PackOverview } from './messages.ts';

/** A pack as options and toolbar list it. */
export function describePack(pack: Pack): PackOverview {
  return {
    id: pack.id,
    title: pack.title,
    knownTo: pack.knownTo,
    topics: pack.topics.map(({ id, title, color, onByDefault }) => ({
      ref: refOf(pack.id, id),
      title,
      color,
      onByDefault,
      entityCount: pack.entities.filter(({ topic }) => topic === id).length,
    })),
  };
}

/** Titles and topics of those entities that the pack knows, in the order asked for. */
export function describeEntities(pack: Pack, refs: readonly string[]): EntityOverview[] {
  const entities = new Map(pack.entities.map((entity) => [refOf(pack.id, entity.id), entity]));
  const topics = new Map(pack.topics.map((topic) => [topic.id, topic]));
  return refs.flatMap((ref) => {
    const entity = entities.get(ref);
    const topic = topics.get(entity?.topic ?? '');
    if (entity === undefined || topic === undefined) return [];
    return [{ ref, title: entity.title, topicTitle: topic.title, color: topic.color }];
  });
}
