import { lookUpPack, type PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim, Entity, Pack } from '../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../knowledge/qualify-pack.ts';
import { compareSources } from './compare-sources.ts';
import { namesOfPacks } from './find-longer-names.ts';
import type { ClaimContent, EntityContent, LibraryContent, StatementContent } from './library-content.ts';
import { listEvents } from './list-events.ts';
import { makeCardClaims } from './make-card-claims.ts';
import { describeRelated, describeTopic, makeCardContent, toCardPack } from './make-card-content.ts';
import { makeSourceContent } from './make-source-content.ts';

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
    names: entity.names.map(({ text, needs }) => ({
      text,
      needsContext: needs !== undefined && needs.optional !== true,
    })),
    ...(entity.wikidata && { wikidata: entity.wikidata }),
    comparison: compareSources(card.positions),
    timeline: listEvents(lookup, ({ about }) => about.includes(entity.id)),
  };
}

function makeStatementContent(pack: Pack, ref: string): StatementContent | null {
  const card = makeCardContent(pack, 'statement', ref);
  return card && { kind: 'statement', card, comparison: compareSources(card.positions) };
}

function makeClaimContent(lookup: PackLookup, claim: Claim): ClaimContent | null {
  const [card] = makeCardClaims(lookup, [claim]);
  if (card === undefined) return null;
  const about = claim.about.flatMap((id) => lookup.entity(id) ?? []);
  return {
    kind: 'claim',
    pack: toCardPack(lookup.pack),
    topic: describeTopic(lookup, about[0]?.topic),
    claim: card,
    about: about.map((entity) => describeRelated(lookup, entity)),
  };
}
