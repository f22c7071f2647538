import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim, Position } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import type { CardClaim } from './card-content.ts';
import { citeSource } from './cite-source.ts';
import { sourcesDiffer } from './order-claims.ts';

/** The claims with their positions: first where sources differ, then by the number of outlets that speak. */
export function makeCardClaims(lookup: PackLookup, claims: readonly Claim[]): CardClaim[] {
  const ranked = claims.map((claim) => {
    const card = describeClaim(lookup, claim);
    return { card, differs: sourcesDiffer(card.positions), outlets: countSpeakingOutlets(lookup, claim) };
  });
  ranked.sort((a, b) => Number(b.differs) - Number(a.differs) || b.outlets - a.outlets);
  return ranked.map(({ card }) => card);
}

/** How many outlets take a position on the claim, each counted once; silence is no position. */
export function countSpeakingOutlets(lookup: PackLookup, { positions }: Claim): number {
  const speaking = positions.filter(({ stance }) => stance !== 'does-not-mention');
  return lookup.independentOutlets(speaking.map(({ source }) => source)).length;
}

/** One claim with its positions, those of first editions first. */
export function describeClaim(lookup: PackLookup, claim: Claim): CardClaim {
  const shown = new Set<string>();
  const positions: CardClaim['positions'][number][] = [];
  for (const position of firstEditionsFirst(lookup, claim.positions)) {
    const { stance, voice, note } = position;
    const evidence = position.evidence.map(({ text }) => text);
    // The same words in two editions of one article are one position.
    const key = JSON.stringify([lookup.firstEdition(position.source), stance, evidence]);
    if (shown.has(key)) continue;
    shown.add(key);
    for (const source of citeSource(lookup, position.source)) {
      positions.push({
        source,
        stance,
        ...(voice && { voice }),
        evidence,
        ...(note && { note }),
      });
    }
  }
  return { ref: refOf(lookup.pack.id, claim.id), text: claim.text, positions };
}

function firstEditionsFirst(lookup: PackLookup, positions: readonly Position[]): Position[] {
  const rank = ({ source }: Position) => Number(lookup.firstEdition(source) !== source);
  return [...positions].sort((a, b) => rank(a) - rank(b));
}
