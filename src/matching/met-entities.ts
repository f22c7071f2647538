import type { IndexedName, NameIndex } from './name-index.ts';

export type MetEntity = Pick<IndexedName, 'topic' | 'show'>;

/**
 * What an index says of the entities that were mentioned so far. Noted while judging, where the name is at hand
 * anyway: going through a hundred thousand names for the topics of ten entities would cost more than finding them.
 */
const met = new WeakMap<NameIndex, Map<string, MetEntity>>();

export function metEntities(index: NameIndex): Map<string, MetEntity> {
  let entities = met.get(index);
  if (entities === undefined) {
    entities = new Map();
    met.set(index, entities);
  }
  return entities;
}
