import type { Stance } from '../knowledge/pack-schema.ts';
import type { CitedSource } from './card-content.ts';
import { outletKeyOf } from './cite-source.ts';
import type { OrderedPosition } from './order-claims.ts';

/** The sources that take one stance on a claim. */
export interface StanceGroup {
  readonly stance: Stance;
  /** Each source once, with all that it says in this stance: in its own words and in those of others. */
  readonly sources: readonly {
    readonly source: CitedSource;
    readonly positions: readonly OrderedPosition[];
  }[];
}

/**
 * Positions by stance, in the order in which the stances come. An altered copy is no outlet: it comes after every
 * other source of its stance, and a stance that only altered copies take comes after the others.
 */
export function groupPositions(positions: readonly OrderedPosition[]): StanceGroup[] {
  const ordered = alteredLast(positions, ({ source }) => source);
  return groupBy(ordered, ({ stance }) => stance).map(([stance, taken]) => ({
    stance,
    sources: groupBy(taken, ({ source }) => source.id).map(([, ofOne]) => ({
      source: ofOne[0].source,
      positions: ofOne,
    })),
  }));
}

/** The items in their order, those of altered copies after the others. */
export function alteredLast<Item>(
  items: readonly Item[],
  sourceOf: (item: Item) => Pick<CitedSource, 'rewordedFrom'>,
): Item[] {
  const isAltered = (item: Item) => Number(sourceOf(item).rewordedFrom !== undefined);
  return items.toSorted((a, b) => isAltered(a) - isAltered(b));
}

/** How many outlets take one of these positions. An altered copy is none. */
export function countOutlets(positions: readonly OrderedPosition[]): number {
  const original = positions.filter(({ source }) => source.rewordedFrom === undefined);
  return new Set(original.map(({ source }) => outletKeyOf(source))).size;
}

/** The year in which most of these sources were published, the earlier of two; undefined if there are none. */
export function mainYear(positions: readonly OrderedPosition[]): string | undefined {
  const sources = new Map(positions.map(({ source }) => [source.id, source]));
  const years = groupBy([...sources.values()], yearOf);
  const [main] = years.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return main?.[0];
}

export function yearOf({ date }: Pick<CitedSource, 'date'>): string {
  return date.value.slice(0, 4);
}

/** In the order of the first item of each key; not `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, [Item, ...Item[]]][] {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}
