import type { Stance } from '../knowledge/pack-schema.ts';
import type { CardClaim } from './card-content.ts';

export type OrderedPosition = CardClaim['positions'][number];

/** A claim with its positions sorted for reading. */
export interface OrderedClaim {
  readonly claim: CardClaim;
  /** Sources that speak on the claim; those that say so come first, and altered copies last. */
  readonly speaking: readonly OrderedPosition[];
  /** Outlets that are silent on it, once each. */
  readonly silentOutlets: readonly string[];
  /** Sources differ: see `sourcesDiffer`. */
  readonly isDisputed: boolean;
  /** The outlet that speaks on it, if it is the only one. */
  readonly onlyOutlet: string | undefined;
}

const stanceOrder = { says: 0, 'says-in-part': 1, 'says-otherwise': 2, 'does-not-mention': 3 } as const;

/** Whether one source says otherwise than another. Silence is no position, and less detail is no difference. */
export function sourcesDiffer(positions: readonly { readonly stance: Stance }[]): boolean {
  const stances = new Set(positions.map(({ stance }) => stance));
  return stances.has('says-otherwise') && (stances.has('says') || stances.has('says-in-part'));
}

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
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const outlets = new Set(speaking.map(({ source }) => source.outlet));
  const silent = claim.positions
    .filter(({ stance, source }) => stance === 'does-not-mention' && !outlets.has(source.outlet))
    .map(({ source }) => source.outlet);
  return {
    claim,
    speaking,
    silentOutlets: [...new Set(silent)],
    isDisputed: sourcesDiffer(speaking),
    onlyOutlet: outlets.size === 1 ? [...outlets][0] : undefined,
  };
}

function placeOf({ stance, source }: OrderedPosition): number {
  return stanceOrder[stance] + (source.rewordedFrom === undefined ? 0 : 10);
}

function rank({ isDisputed, onlyOutlet }: OrderedClaim): number {
  if (isDisputed) return 0;
  return onlyOutlet === undefined ? 1 : 2;
}
