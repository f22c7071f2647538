import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Source } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import type { CitedSource } from './card-content.ts';
import { citeSource } from './cite-source.ts';
import type { SourceContent, SourceFact } from './library-content.ts';
import { listEvents } from './list-events.ts';
import { describeClaim } from './make-card-claims.ts';
import { describeRelated, toCardPack } from './make-card-content.ts';
import { makeCardStatement } from './make-card-statement.ts';

/** Everything that one source prints and says, and what rests on it. */
export function makeSourceContent(lookup: PackLookup, source: Source): SourceContent {
  const { pack } = lookup;
  const { id } = source;
  const [editionOf] = source.editionOf ? citeSource(lookup, source.editionOf) : [];
  const [partOf] = source.partOf ? citeSource(lookup, source.partOf.source) : [];
  const citeThose = (isMeant: (other: Source) => boolean): CitedSource[] =>
    pack.sources.filter(isMeant).flatMap((other) => citeSource(lookup, other.id));
  return {
    kind: 'source',
    pack: toCardPack(pack),
    ref: refOf(pack.id, id),
    source,
    ...(editionOf && { editionOf }),
    laterEditions: citeThose((other) => other.editionOf === id),
    ...(partOf && { partOf }),
    parts: citeThose((other) => other.partOf?.source === id),
    statements: listStatements(lookup, id),
    positions: listPositions(lookup, id),
    facts: listFacts(lookup, id),
    events: listEvents(lookup, ({ cites }) => cites.includes(id)),
    summarised: pack.entities
      .filter(({ summaryCites }) => summaryCites.includes(id))
      .map((entity) => describeRelated(lookup, entity)),
  };
}

function listStatements(lookup: PackLookup, id: string): SourceContent['statements'] {
  return lookup.pack.statements.flatMap((statement) => {
    const wordings = statement.wordings.filter(({ source }) => source === id);
    return wordings.length === 0 ? [] : [makeCardStatement(lookup, { ...statement, wordings })];
  });
}

function listPositions(lookup: PackLookup, id: string): SourceContent['positions'] {
  return lookup.pack.claims.flatMap((claim) => {
    const positions = claim.positions.filter(({ source }) => source === id);
    if (positions.length === 0) return [];
    const { ref, text, positions: own } = describeClaim(lookup, { ...claim, positions });
    return own.map((position) => ({ claim: { ref, text }, position }));
  });
}

function listFacts(lookup: PackLookup, id: string): SourceFact[] {
  return lookup.pack.entities.flatMap((entity) =>
    entity.facts.flatMap(({ text, date, cites }) => {
      const own = cites.filter(({ source }) => source === id);
      if (own.length === 0) return [];
      return [
        {
          entity: { ref: refOf(lookup.pack.id, entity.id), title: entity.title },
          text,
          ...(date && { date }),
          quotes: own.flatMap(({ quote }) => quote ?? []),
        },
      ];
    }),
  );
}
