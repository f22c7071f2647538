import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { CitedSource } from './card-content.ts';

/** What tells independent outlets apart; an altered copy is none, and has a key of its own. */
export function outletKeyOf({ id, outlet, firstOutlet, rewordedFrom }: CitedSource): string {
  return rewordedFrom === undefined ? (firstOutlet ?? outlet).toLowerCase() : `altered copy ${id}`;
}

/** Undefined if the pack lacks the source. `parsePack` refuses such packs, but a hand-made one may get here. */
export function citeSource(lookup: PackLookup, id: string): CitedSource[] {
  const source = lookup.source(id);
  if (!source) return [];
  const { outlet, title, date, url, rewordedFrom } = source;
  const firstOutlet = lookup.source(lookup.firstEdition(id))?.outlet;
  return [
    {
      id,
      outlet,
      ...(firstOutlet !== undefined && firstOutlet !== outlet && { firstOutlet }),
      ...(title && { title }),
      date,
      ...(url && { url }),
      ...(rewordedFrom && { rewordedFrom }),
    },
  ];
}
