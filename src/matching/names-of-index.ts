import type { Name } from '../knowledge/pack-schema.ts';
import type { NamedEntity } from './compile-names.ts';
import type { NameIndex, SearchableIndex } from './name-index.ts';

/**
 * Names of an index as they were before they were compiled, to be compiled together with others.
 * @param nameIds ascending; entities and their names come in this order.
 */
export function namesOfIndex(index: NameIndex, nameIds: Iterable<number>): NamedEntity[] {
  const searchable = index as SearchableIndex;
  const entities = new Map<string, Omit<NamedEntity, 'names'> & { names: Name[] }>();
  for (const id of nameIds) {
    const { text, entity: ref, topic, show, rule } = index.name(id);
    const entity = entities.get(ref) ?? { ref, topic, show, names: [] };
    entities.set(ref, entity);
    // Said outright, because what an absent `case` means depends on the name and its rules.
    const isExactCase = searchable.pattern(id).options.isExactCase;
    entity.names.push({ text, case: isExactCase ? 'exact' : 'any', ...rule });
  }
  return [...entities.values()];
}

/** Every entity of the index with all its names: the way back from `compileNames`. */
export function allNamesOf(index: NameIndex): NamedEntity[] {
  return namesOfIndex(
    index,
    Array.from({ length: index.nameCount }, (_, id) => id),
  );
}
