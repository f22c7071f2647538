import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { CitedSource } from './card-content.ts';

/** Undefined if the pack lacks the source. `parsePack` refuses such packs, but a hand-made one may get here. */
export function citeSource(lookup: PackLookup, id: string): CitedSource[] {
  const source = lookup.source(id);
  if (!source) return [];
  const { outlet, title, date, url, rewordedFrom } = source;
  const editionOf = lookup.firstEdition(id);
  const firstOutlet = lookup.source(editionOf)?.outlet;
  return [
    {
      id,
      outlet,
      ...(editionOf !== id && { editionOf }),
      ...(firstOutlet !== undefined && firstOutlet !== outlet && { firstOutlet }),
      ...(title && { title }),
      date,
      ...(url && { url }),
      ...(rewordedFrom && { rewordedFrom }),
    },
  ];
}
