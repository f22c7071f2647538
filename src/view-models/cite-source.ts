import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { CitedSource } from './card-content.ts';

/** None where the pack does not hold the source: `parsePack` refuses such packs, a hand-made one may slip. */
export function citeSource(lookup: PackLookup, id: string): CitedSource[] {
  const source = lookup.source(id);
  if (!source) return [];
  const { outlet, title, date, url, rewordedFrom } = source;
  return [
    {
      id,
      outlet,
      ...(title && { title }),
      date,
      ...(url && { url }),
      ...(rewordedFrom && { rewordedFrom }),
    },
  ];
}
