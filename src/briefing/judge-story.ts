import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim } from '../knowledge/pack-schema.ts';
import type { BriefedClaim } from './briefing.ts';
import { type CompiledCues, compileCues, type Judgement, judgeClaim, readSentences } from './judge-claim.ts';
import { makeCardClaims, sourcesDiffer } from './make-card-claims.ts';
import { firstDayOf } from './order-dates.ts';
import type { PageReading } from './page-reading.ts';

interface JudgedClaim {
  readonly claim: Claim;
  readonly judgement: Judgement;
}

/** The claims of the stories that a page tells, judged against it. */
export interface JudgedStory {
  readonly made: readonly BriefedClaim[];
  readonly elsewhere: readonly BriefedClaim[];
}

/** Cues are compiled once for each claim object: a panel judges the same pack at every page change. */
const compiledCues = new WeakMap<Claim, CompiledCues>();

/**
 * Judges the page against every claim, and lists those of the stories it tells. A page tells a story when it makes at
 * least one of the story's claims; for any other page nothing is listed, however many names they share.
 *
 * @param entityIds bare ids of the page's entities, for relevance
 */
export function judgeStory(
  lookup: PackLookup,
  page: PageReading,
  entityIds: ReadonlySet<string>,
): JudgedStory {
  const text = readSentences(page.blocks.map((block) => block.text));
  const judged = lookup.pack.claims.map((claim) => ({
    claim,
    judgement: judgeClaim(text, cuesOf(claim)),
  }));
  const told = new Set(judged.filter(isMade).map(({ claim }) => claim.story));
  const ofStory = judged.filter(({ claim }) => told.has(claim.story));

  const made = ofStory.filter(isMade);
  const elsewhere = ofStory
    .filter(({ claim, judgement }) => judgement.verdict === 'not-found' && canBeExpected(claim, page.date))
    .filter(({ claim }) =>
      claim.positions.some(({ stance }) => stance === 'says' || stance === 'says-in-part'),
    );
  return {
    made: brief(lookup, sortByRelevance(lookup, made, entityIds)),
    elsewhere: brief(lookup, sortByRelevance(lookup, elsewhere, entityIds)),
  };
}

function cuesOf(claim: Claim): CompiledCues {
  const known = compiledCues.get(claim);
  if (known) return known;
  const cues = compileCues(claim.cues);
  compiledCues.set(claim, cues);
  return cues;
}

function isMade({ judgement }: JudgedClaim): boolean {
  return judgement.verdict === 'says' || judgement.verdict === 'says-otherwise';
}

/** A page older than what a claim tells of cannot make it. A page without a date is given the benefit of the doubt. */
function canBeExpected(claim: Claim, pageDate: string | null): boolean {
  return claim.since === undefined || pageDate === null || pageDate >= firstDayOf(claim.since);
}

/** Shared entities first, then how many outlets report it, then whether they differ. */
function sortByRelevance(
  lookup: PackLookup,
  claims: readonly JudgedClaim[],
  entityIds: ReadonlySet<string>,
): JudgedClaim[] {
  const ranked = claims.map((judged) => ({
    judged,
    isDenied: judged.judgement.verdict === 'says-otherwise' || hasOpponent(judged.claim),
    shared: judged.claim.about.filter((id) => entityIds.has(id)).length,
    outlets: lookup.independentOutlets(
      judged.claim.positions
        .filter(({ stance }) => stance !== 'does-not-mention')
        .map(({ source }) => source),
    ).length,
    differs: sourcesDiffer(judged.claim),
  }));
  ranked.sort((a, b) => {
    if (isMade(a.judged) && a.isDenied !== b.isDenied) return Number(b.isDenied) - Number(a.isDenied);
    return b.shared - a.shared || b.outlets - a.outlets || Number(b.differs) - Number(a.differs);
  });
  return ranked.map(({ judged }) => judged);
}

function hasOpponent({ positions }: Claim): boolean {
  return positions.some(({ stance }) => stance === 'says-otherwise');
}

function brief(lookup: PackLookup, claims: readonly JudgedClaim[]): BriefedClaim[] {
  return claims.flatMap(({ claim, judgement }) =>
    makeCardClaims(lookup, [claim]).map((card) => ({
      ...card,
      onThisPage: judgement.verdict,
      ...('passage' in judgement && { passage: judgement.passage }),
    })),
  );
}
