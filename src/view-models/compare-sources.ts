import type { CardClaim, CitedSource } from './card-content.ts';
import type { Comparison } from './panel-content.ts';

/** The claim-by-source table; the sources that speak on the most claims come first. */
export function compareSources(claims: readonly CardClaim[]): Comparison {
  const columns = new Map<string, { source: CitedSource; spoken: number }>();
  for (const { positions } of claims) {
    for (const { source, stance } of positions) {
      const column = columns.get(source.id) ?? { source, spoken: 0 };
      columns.set(source.id, {
        source,
        spoken: column.spoken + Number(stance !== 'does-not-mention'),
      });
    }
  }
  const sources = [...columns.values()]
    .filter(({ spoken }) => spoken > 0)
    .sort((a, b) => b.spoken - a.spoken || (a.source.id < b.source.id ? -1 : 1))
    .map(({ source }) => source);
  return { sources, rows: claims.map((claim) => makeRow(claim, sources)) };
}

function makeRow(claim: CardClaim, sources: readonly CitedSource[]): Comparison['rows'][number] {
  return {
    ref: claim.ref,
    text: claim.text,
    cells: sources.map(({ id }) =>
      claim.positions
        .filter(({ source }) => source.id === id)
        .map(({ stance, evidence }) => ({ stance, evidence })),
    ),
  };
}
