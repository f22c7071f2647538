import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { PackDate, PackEvent } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import { citeSource } from './cite-source.ts';
import { compareDates } from './order-dates.ts';
import type { DatedItem } from './panel-content.ts';

/** The selected events, oldest first, as on every surface. */
export function listEvents(lookup: PackLookup, isMeant: (event: PackEvent) => boolean): DatedItem[] {
  return lookup.pack.events
    .filter(isMeant)
    .map(({ date, text, about, cites }) => describeDated(lookup, date, text, about, cites))
    .sort((a, b) => compareDates(a.date, b.date));
}

/** @param about bare ids of entities; `cites` those of sources */
export function describeDated(
  lookup: PackLookup,
  date: PackDate,
  text: string,
  about: readonly string[],
  cites: readonly string[],
): DatedItem {
  const entities = about.flatMap((id) => {
    const entity = lookup.entity(id);
    return entity ? [{ ref: refOf(lookup.pack.id, id), title: entity.title }] : [];
  });
  return { date, text, entities, cites: cites.flatMap((id) => citeSource(lookup, id)) };
}
