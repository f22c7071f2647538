import { lookUpPack, type PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim, Entity, Pack } from '../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../knowledge/qualify-pack.ts';
import type { CardContent, CitedSource } from './card-content.ts';
import { compareSources } from './compare-sources.ts';
import { namesOfPacks } from './find-longer-names.ts';
import { alteredLast } from './group-positions.ts';
import type {
  ClaimContent,
  EntityContent,
  LibraryClaims,
  LibraryContent,
  StatementContent,
} from './library-content.ts';
import { listEvents } from './list-events.ts';
import { describeClaim } from './make-card-claims.ts';
import { describeRelated, describeTopic, makeCardContent, toCardPack } from './make-card-content.ts';
import { makeSourceContent } from './make-source-content.ts';
import { orderClaims } from './order-claims.ts';

/**
 * Everything known about one item. Null if the pack lacks it, or if it belongs to another pack.
 * @param packs all enabled packs
 */
export function makeLibraryContent(
  pack: Pack,
  kind: LibraryContent['kind'],
  ref: string,
  packs: readonly Pack[],
): LibraryContent | null {
  const { packId, id } = splitRef(ref);
  if (packId !== pack.id) return null;
  if (kind === 'statement') return makeStatementContent(pack, ref);
  const lookup = lookUpPack(pack);
  if (kind === 'entity') {
    const entity = lookup.entity(id);
    return entity ? makeEntityContent(lookup, entity, packs) : null;
  }
  if (kind === 'claim') {
    const claim = lookup.claim(id);
    return claim ? makeClaimContent(lookup, claim) : null;
  }
  const source = lookup.source(id);
  return source ? makeSourceContent(lookup, source) : null;
}

function makeEntityContent(lookup: PackLookup, entity: Entity, packs: readonly Pack[]): EntityContent | null {
  const card = makeCardContent(lookup.pack, 'entity', refOf(lookup.pack.id, entity.id), () =>
    namesOfPacks(packs),
  );
  if (card === null) return null;
  return {
    kind: 'entity',
    card,
    ...(entity.lead && { lead: entity.lead }),
    claims: arrangeClaims(card),
    sources: listSources(card),
    names: entity.names.map(({ text, needs }) => ({
      text,
      needsContext: needs !== undefined && needs.optional !== true,
    })),
    ...(entity.wikidata && { wikidata: entity.wikidata }),
    timeline: listEvents(lookup, ({ about }) => about.includes(entity.id)),
  };
}

function makeStatementContent(pack: Pack, ref: string): StatementContent | null {
  const card = makeCardContent(pack, 'statement', ref);
  return card && { kind: 'statement', card, claims: arrangeClaims(card) };
}

function makeClaimContent(lookup: PackLookup, claim: Claim): ClaimContent {
  const about = claim.about.flatMap((id) => lookup.entity(id) ?? []);
  return {
    kind: 'claim',
    pack: toCardPack(lookup.pack),
    topic: describeTopic(lookup, about[0]?.topic),
    claim: describeClaim(lookup, claim),
    about: about.map((entity) => describeRelated(lookup, entity)),
  };
}

function arrangeClaims({ positions }: CardContent): LibraryClaims {
  const claims = orderClaims(positions);
  return {
    differing: claims.filter(({ isDisputed }) => isDisputed),
    others: claims.filter(({ isDisputed }) => !isDisputed),
    comparison: compareSources(positions),
  };
}

/** Each source that says something in the card, those that say it most often first. */
function listSources({ summaryCites, facts, statements, positions, events }: CardContent): CitedSource[] {
  const speaking = [
    ...summaryCites,
    ...facts.flatMap(({ cites }) => cites.map(({ source }) => source)),
    ...statements.flatMap(({ wordings }) => wordings.map(({ source }) => source)),
    ...positions.flatMap((claim) =>
      claim.positions.filter(({ stance }) => stance !== 'does-not-mention').map(({ source }) => source),
    ),
    ...events.flatMap(({ cites }) => cites),
  ];
  const counted = new Map<string, { source: CitedSource; count: number }>();
  for (const source of speaking) {
    counted.set(source.id, { source, count: (counted.get(source.id)?.count ?? 0) + 1 });
  }
  const ranked = [...counted.values()].sort((a, b) => b.count - a.count);
  return alteredLast(ranked, ({ source }) => source).map(({ source }) => source);
}
