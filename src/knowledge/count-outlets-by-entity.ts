import type { PackLookup } from './look-up-pack.ts';

/** How many independent outlets there are on each entity. */
export interface OutletCount {
  /** Adds the outlets of these sources to each of the entities. Bare ids. */
  add(entities: readonly string[], sources: readonly string[]): void;
  of(entity: string): number;
}

/**
 * Counts outlets by entity.
 *
 * @param max more count as so many: in a pack made to be slow, thousands of outlets print a statement about thousands
 *   of entities
 */
export function countOutletsByEntity({ independentOutlets }: PackLookup, max: number): OutletCount {
  const outletsOf = new Map<string, Set<string>>();
  return {
    add(entities, sources) {
      const outlets = independentOutlets(sources).slice(0, max);
      const keys = outlets.map((outlet) => outlet.toLowerCase());
      for (const entity of entities) {
        const known = outletsOf.get(entity) ?? new Set();
        outletsOf.set(entity, known);
        if (known.size < max) for (const key of keys) known.add(key);
      }
    },
    of: (entity) => Math.min(outletsOf.get(entity)?.size ?? 0, max),
  };
}
