import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim } from '../knowledge/pack-schema.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import {
  type ClaimVerdict,
  type CompiledCues,
  classifyClaim,
  compileCues,
  type ReadableText,
  readSentences,
} from './classify-claim.ts';
import { countSpeakingOutlets, describeClaim } from './make-card-claims.ts';
import { daysBetween, firstDayOf } from './order-dates.ts';
import type { PanelClaim } from './panel-content.ts';

interface ClassifiedClaim {
  readonly claim: Claim;
  readonly classification: ClaimVerdict;
}

/** The claims of the stories that a page reports, classified for it. */
export interface StoryClaims {
  readonly made: readonly PanelClaim[];
  readonly elsewhere: readonly PanelClaim[];
}

/** Cues are compiled once for each claim object: a panel checks the same pack at every page change. */
const compiledCues = new WeakMap<Claim, CompiledCues>();

/**
 * Classifies every claim for the page, and lists those of the stories that it reports, including claims in their
 * background. A page reports a story if it makes at least one of the story's own claims; for any other page nothing is
 * listed, however many names they share. Background works one way only: a page about a study of 2018 does not report
 * what a company announced in 2020.
 *
 * @param entityIds bare ids of the page's entities, for relevance
 */
export function findStoryClaims(
  lookup: PackLookup,
  page: AnnotatedArticle,
  entityIds: ReadonlySet<string>,
): StoryClaims {
  const text = readSentences(page.blocks.map((block) => block.text));
  const classified = lookup.pack.claims
    .filter((claim) => !isFromLongAfter(claim, page.date))
    .map((claim) => ({ claim, classification: classifyClaim(text, cuesOf(claim)) }));
  const toldStories = new Set(classified.filter(isMade).map(({ claim }) => claim.story));
  const ofStory = classified.filter(({ claim }) => storiesOf(claim).some((story) => toldStories.has(story)));

  const made = ofStory.filter(isMade);
  const elsewhere = ofStory
    .filter(
      ({ claim, classification }) =>
        classification.verdict === 'not-found' && canBeExpected(claim, page.date),
    )
    .filter(({ claim }) =>
      claim.positions.some(({ stance }) => stance === 'says' || stance === 'says-in-part'),
    );
  const mainStory = mainStoryOf(made);
  return {
    made: toPanelClaim(lookup, sortByRelevance(lookup, made, entityIds, mainStory)),
    elsewhere: toPanelClaim(lookup, sortByRelevance(lookup, elsewhere, entityIds, mainStory)),
  };
}

/** Whether a page makes one claim, as `findStoryClaims` says it. @param text the page's; `date` its day, if it has one */
export function classifyForPage(text: ReadableText, claim: Claim, date: string | null): ClaimVerdict {
  return isFromLongAfter(claim, date) ? { verdict: 'not-found' } : classifyClaim(text, cuesOf(claim));
}

function cuesOf(claim: Claim): CompiledCues {
  const known = compiledCues.get(claim);
  if (known) return known;
  const cues = compileCues(claim.cues);
  compiledCues.set(claim, cues);
  return cues;
}

function storiesOf({ story, backgroundOf = [] }: Claim): string[] {
  return [story, ...backgroundOf];
}

function isMade({ classification }: ClassifiedClaim): boolean {
  return classification.verdict === 'says' || classification.verdict === 'says-otherwise';
}

/** How many days after its date a page may still be updated: its words may be newer than its date. */
const updatedWithinDays = 31;

/** If a page of 2018 seems to make a claim about 2020, the words match by chance. */
function isFromLongAfter({ since }: Claim, pageDate: string | null): boolean {
  if (since === undefined || pageDate === null) return false;
  return daysBetween(pageDate, firstDayOf(since)) > updatedWithinDays;
}

/** A page older than the claim's subject cannot make the claim. A page without a date gets the benefit of the doubt. */
function canBeExpected(claim: Claim, pageDate: string | null): boolean {
  return claim.since === undefined || pageDate === null || pageDate >= firstDayOf(claim.since);
}

/**
 * First those on which sources differ, then those that more outlets report, then the page's main story, then those
 * about more of the page's entities: every page of the story has names such as Amazon.
 */
function sortByRelevance(
  lookup: PackLookup,
  claims: readonly ClassifiedClaim[],
  entityIds: ReadonlySet<string>,
  mainStory: string | undefined,
): ClassifiedClaim[] {
  const ranked = claims.map((classified) => ({
    classified,
    criteria: [
      Number(classified.classification.verdict === 'says-otherwise' || lookup.isOpposed(classified.claim)),
      countSpeakingOutlets(lookup, classified.claim),
      Number(classified.claim.story === mainStory),
      countShared(classified.claim, entityIds),
    ],
  }));
  ranked.sort((a, b) => compareDescending(a.criteria, b.criteria));
  return ranked.map(({ classified }) => classified);
}

/** The first criterion that differs decides. */
function compareDescending(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, criterion) => value !== b[criterion]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

function countShared({ about }: Claim, entityIds: ReadonlySet<string>): number {
  return about.filter((id) => entityIds.has(id)).length;
}

/** The story with the most claims that the page makes. */
function mainStoryOf(made: readonly ClassifiedClaim[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { claim } of made) counts.set(claim.story, (counts.get(claim.story) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function toPanelClaim(lookup: PackLookup, claims: readonly ClassifiedClaim[]): PanelClaim[] {
  return claims.map(({ claim, classification }) => ({
    ...describeClaim(lookup, claim),
    onThisPage: classification.verdict,
    ...('passage' in classification && { passage: classification.passage }),
  }));
}
