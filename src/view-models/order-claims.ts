import type { CardClaim } from './card-content.ts';

export type OrderedPosition = CardClaim['positions'][number];

/** A claim with its positions sorted for reading. */
export interface OrderedClaim {
  readonly claim: CardClaim;
  /** Sources that speak on the claim; those that say so come first. */
  readonly speaking: readonly OrderedPosition[];
  /** Outlets that are silent on it, once each. */
  readonly silentOutlets: readonly string[];
  /** Some say so, others say otherwise or only in part. */
  readonly isDisputed: boolean;
  /** The outlet that speaks on it, if it is the only one. */
  readonly onlyOutlet: string | undefined;
}

const stanceOrder = { says: 0, 'says-in-part': 1, 'says-otherwise': 2, 'does-not-mention': 3 } as const;

/** Claims by their use to a reader: first where sources differ, then what several report, then the rest. */
export function orderClaims(claims: readonly CardClaim[]): OrderedClaim[] {
  return claims
    .map(viewClaim)
    .filter(({ speaking }) => speaking.length > 0)
    .sort((a, b) => rank(a) - rank(b));
}

function viewClaim(claim: CardClaim): OrderedClaim {
  const speaking = claim.positions
    .filter(({ stance }) => stance !== 'does-not-mention')
    .toSorted((a, b) => stanceOrder[a.stance] - stanceOrder[b.stance]);
  const outlets = new Set(speaking.map(({ source }) => source.outlet));
  const silent = claim.positions
    .filter(({ stance, source }) => stance === 'does-not-mention' && !outlets.has(source.outlet))
    .map(({ source }) => source.outlet);
  const stances = new Set(speaking.map(({ stance }) => stance));
  return {
    claim,
    speaking,
    silentOutlets: [...new Set(silent)],
    isDisputed: stances.size > 1,
    onlyOutlet: outlets.size === 1 ? [...outlets][0] : undefined,
  };
}

function rank({ isDisputed, onlyOutlet }: OrderedClaim): number {
  if (isDisputed) return 0;
  return onlyOutlet === undefined ? 1 : 2;
}
