import type { Stance } from '../knowledge/pack-schema.ts';
import type { CardClaim, CitedSource } from './card-content.ts';
import { nameOnlyOutlet, outletKeyOf } from './cite-source.ts';

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
  /** The outlet that speaks on it, if it is the only one; an altered copy only if no outlet does. */
  readonly onlyOutlet: string | undefined;
}

const stanceOrder = { says: 0, 'says-in-part': 1, 'says-otherwise': 2, 'does-not-mention': 3 } as const;

/** Whether one source says otherwise than another. Silence is no position, less detail no difference, an altered copy no source. */
export function sourcesDiffer(
  positions: readonly { readonly stance: Stance; readonly source?: Pick<CitedSource, 'rewordedFrom'> }[],
): boolean {
  const genuine = positions.filter(({ source }) => source?.rewordedFrom === undefined);
  const stances = new Set(genuine.map(({ stance }) => stance));
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
  const speakers = new Set(speaking.map(({ source }) => outletKeyOf(source)));
  const silent = claim.positions
    .filter(({ stance, source }) => stance === 'does-not-mention' && !speakers.has(outletKeyOf(source)))
    .map(({ source }) => source.outlet);
  return {
    claim,
    speaking,
    silentOutlets: [...new Set(silent)],
    isDisputed: sourcesDiffer(speaking),
    onlyOutlet: nameOnlyOutlet(speaking.map(({ source }) => source)),
  };
}

function placeOf({ stance, source }: OrderedPosition): number {
  return stanceOrder[stance] + (source.rewordedFrom === undefined ? 0 : 10);
}

function rank({ isDisputed, onlyOutlet }: OrderedClaim): number {
  if (isDisputed) return 0;
  return onlyOutlet === undefined ? 1 : 2;
}
