import { lookUpPack } from '../../../knowledge/look-up-pack.ts';
import type { Pack, PackDate } from '../../../knowledge/pack-schema.ts';
import { refOf } from '../../../knowledge/qualify-pack.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import { makeCardClaims } from '../../../view-models/make-card-claims.ts';
import { type OrderedClaim, orderClaims } from '../../../view-models/order-claims.ts';
import type { DocumentType, LibraryDocument } from './list-documents.ts';

/** What the library's start page and its filters show. */
export interface LibraryOverview {
  readonly packs: readonly OverviewPack[];
  /** The main ones first, of these the one with the most claims. */
  readonly topics: readonly OverviewTopic[];
  readonly counts: Readonly<Partial<Record<DocumentType, number>>>;
  /** For naming the sources that results rest on. */
  readonly sources: readonly OverviewSource[];
}

export interface OverviewPack {
  readonly id: string;
  readonly title: string;
  readonly knownTo: string;
  readonly language: string;
  readonly origin?: Pack['origin'];
  /** Editions of one article count once, and altered copies not at all; so do outlets. */
  readonly sourceCount: number;
  readonly outletCount: number;
  /** The claims on which sources differ, those with the most outlets first. */
  readonly differences: readonly OrderedClaim[];
}

interface OverviewSource {
  readonly ref: string;
  readonly outlet: string;
  readonly title?: string;
  readonly date: PackDate;
}

export interface OverviewTopic {
  readonly ref: string;
  readonly title: string;
  readonly color: string;
  readonly language: string;
  /** On unless the reader says otherwise: the pack is about it. */
  readonly isMain: boolean;
  readonly entityCount: number;
  /** The few of which the pack has the most to say. */
  readonly entities: CardContent['related'];
}

/** Enough to show what a topic is about. */
const shownEntities = 8;
/** More than a reader goes through on a start page. */
const shownDifferences = 12;

/** @param documents everything in the packs */
export function describePacks(
  packs: readonly Pack[],
  documents: readonly LibraryDocument[],
): LibraryOverview {
  const counts: Partial<Record<DocumentType, number>> = {};
  for (const { type } of documents) counts[type] = (counts[type] ?? 0) + 1;
  return {
    packs: packs.map(describePack),
    topics: packs.flatMap(describeTopics).sort((a, b) => Number(b.isMain) - Number(a.isMain)),
    counts,
    sources: packs.flatMap((pack) =>
      pack.sources.map(({ id, outlet, title, date }) => ({
        ref: refOf(pack.id, id),
        outlet,
        ...(title && { title }),
        date,
      })),
    ),
  };
}

function describePack(pack: Pack): OverviewPack {
  const { id, title, knownTo, language, origin, sources, claims } = pack;
  const lookup = lookUpPack(pack);
  // No other claim can be disputed; to describe all of a large pack takes time.
  const opposed = makeCardClaims(lookup, claims.filter(lookup.isOpposed));
  const differing = orderClaims(opposed).filter(({ isDisputed }) => isDisputed);
  return {
    id,
    title,
    knownTo,
    language,
    ...(origin && { origin }),
    sourceCount: sources.filter(({ editionOf, rewordedFrom }) => !editionOf && !rewordedFrom).length,
    outletCount: lookup.independentOutlets(sources.map((source) => source.id)).length,
    differences: differing.slice(0, shownDifferences),
  };
}

function describeTopics(pack: Pack): OverviewTopic[] {
  const weights = weighEntities(pack);
  const described = pack.topics.map(({ id, title, color, onByDefault }) => {
    const entities = pack.entities
      .filter(({ topic }) => topic === id)
      .map((entity) => ({ entity, weight: weights.get(entity.id) ?? 0 }))
      .sort((a, b) => b.weight - a.weight);
    const topic: OverviewTopic = {
      ref: refOf(pack.id, id),
      title,
      color,
      language: pack.language,
      isMain: onByDefault,
      entityCount: entities.length,
      entities: entities.slice(0, shownEntities).map(({ entity }) => ({
        ref: refOf(pack.id, entity.id),
        title: entity.title,
        type: entity.type,
      })),
    };
    return { topic, weight: entities.reduce((sum, one) => sum + one.weight, 0) };
  });
  return described.sort((a, b) => b.weight - a.weight).map(({ topic }) => topic);
}

/** How many claims and statements are about each entity, or by it. */
function weighEntities({ claims, statements }: Pack): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (ids: readonly string[]) => {
    for (const id of new Set(ids)) weights.set(id, (weights.get(id) ?? 0) + 1);
  };
  for (const { about } of claims) add(about);
  for (const { about, speaker } of statements) add(speaker?.entity ? [speaker.entity, ...about] : about);
  return weights;
}
