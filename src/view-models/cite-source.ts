import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { CitedSource } from './card-content.ts';

/** What tells independent outlets apart; an altered copy is none, and has a key of its own. */
export function outletKeyOf({ id, outlet, firstOutlet, rewordedFrom }: CitedSource): string {
  return rewordedFrom === undefined ? (firstOutlet ?? outlet).toLowerCase() : `altered copy ${id}`;
}

/** The same for all editions of an article, but not for an altered copy of it. */
export function articleKeyOf({ id, firstEdition, rewordedFrom }: CitedSource): string {
  return rewordedFrom === undefined ? (firstEdition ?? id) : id;
}

/** The outlet of these sources, if there is only one; that of an altered copy only if there is no other source. */
export function nameOnlyOutlet(sources: readonly CitedSource[]): string | undefined {
  const genuine = sources.filter(({ rewordedFrom }) => rewordedFrom === undefined);
  const counted = genuine.length > 0 ? genuine : sources;
  return new Set(counted.map(outletKeyOf)).size === 1 ? counted[0]?.outlet : undefined;
}

/** Undefined if the pack lacks the source. `parsePack` refuses such packs, but a hand-made one may get here. */
export function citeSource(lookup: PackLookup, id: string): CitedSource[] {
  const source = lookup.source(id);
  if (!source) return [];
  const { outlet, title, date, url, rewordedFrom } = source;
  const firstEdition = lookup.firstEdition(id);
  const firstOutlet = lookup.source(firstEdition)?.outlet;
  return [
    {
      id,
      outlet,
      ...(firstEdition !== id && { firstEdition }),
      ...(firstOutlet !== undefined && firstOutlet !== outlet && { firstOutlet }),
      ...(title && { title }),
      date,
      ...(url && { url }),
      ...(rewordedFrom && { rewordedFrom }),
    },
  ];
}
