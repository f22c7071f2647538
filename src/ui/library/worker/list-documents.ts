import type { Claim, Entity, EntityType, Pack, Source, Statement } from '../../../knowledge/pack-schema.ts';
import { refOf } from '../../../knowledge/qualify-pack.ts';

export type DocumentType = EntityType | 'statement' | 'claim' | 'source';

/** One item that the library can find, with everything it can be found by. References are `pack/id`. */
export interface LibraryDocument {
  readonly kind: 'entity' | 'statement' | 'claim' | 'source';
  readonly ref: string;
  readonly type: DocumentType;
  /** Its title; for a statement the speaker, empty if unnamed. */
  readonly title: string;
  readonly names: readonly string[];
  /** The passages for excerpts; the preferred one first. */
  readonly passages: readonly string[];
  /** What an entity is, in a sentence, and its summary. */
  readonly inShort?: readonly string[];
  readonly topics: readonly string[];
  /** The sources it rests on. */
  readonly sources: readonly string[];
  readonly date?: Source['date'];
  /** A source's outlet; for a statement, whom its speaker represents. */
  readonly detail?: string;
}

/** Everything in a pack as documents: entities, statements, claims, then sources. */
export function listDocuments(pack: Pack): LibraryDocument[] {
  const topics = new Map(pack.entities.map(({ id, topic }) => [id, refOf(pack.id, topic)]));
  const made = [
    ...pack.entities.map((entity) => describeEntity(pack, entity)),
    ...pack.statements.map((statement) => describeStatement(pack, statement, topics)),
    ...pack.claims.map((claim) => describeClaim(pack, claim, topics)),
  ];
  const topicsOfSources = collectTopics(made);
  return [
    ...made,
    ...pack.sources.map((source) =>
      describeSource(pack, source, [...(topicsOfSources.get(refOf(pack.id, source.id)) ?? [])]),
    ),
  ];
}

function describeEntity(pack: Pack, entity: Entity): LibraryDocument {
  const { id, type, topic, title, names, lead, summary, summaryCites, facts } = entity;
  const inShort = lead === undefined ? [summary] : [lead, summary];
  const cited = facts.flatMap(({ cites }) => cites.map(({ source }) => source));
  return {
    kind: 'entity',
    ref: refOf(pack.id, id),
    type,
    title,
    names: names.map(({ text }) => text).filter((text) => text !== title),
    passages: [
      ...inShort.toReversed(),
      ...facts.flatMap((fact) => [fact.text, ...fact.cites.flatMap(({ quote }) => quote ?? [])]),
    ],
    inShort,
    topics: [refOf(pack.id, topic)],
    sources: refsOf(pack, [...summaryCites, ...cited]),
  };
}

function describeStatement(
  pack: Pack,
  { id, speaker, about, date, sentences, wordings }: Statement,
  topics: ReadonlyMap<string, string>,
): LibraryDocument {
  const whole = sentences.map((sentence) => sentence ?? '[…]').join(' ');
  const printed = wordings.map(({ text }) => text).filter((text) => !whole.includes(text));
  return {
    kind: 'statement',
    ref: refOf(pack.id, id),
    type: 'statement',
    title: speaker?.text ?? '',
    names: [],
    passages: [whole, ...printed],
    topics: topicsOf([...(speaker?.entity ? [speaker.entity] : []), ...about], topics),
    sources: refsOf(
      pack,
      wordings.map(({ source }) => source),
    ),
    ...(date && { date }),
    ...(speaker?.role && { detail: speaker.role }),
  };
}

function describeClaim(
  pack: Pack,
  { id, text, about, since, positions }: Claim,
  topics: ReadonlyMap<string, string>,
): LibraryDocument {
  const speaking = positions.filter(({ stance }) => stance !== 'does-not-mention');
  return {
    kind: 'claim',
    ref: refOf(pack.id, id),
    type: 'claim',
    title: text,
    names: [],
    passages: speaking.flatMap(({ evidence }) => evidence.map((passage) => passage.text)),
    topics: topicsOf(about, topics),
    sources: refsOf(
      pack,
      speaking.map(({ source }) => source),
    ),
    ...(since && { date: since }),
  };
}

function describeSource(pack: Pack, source: Source, topics: readonly string[]): LibraryDocument {
  const { id, outlet, title, authors = [], note, date } = source;
  return {
    kind: 'source',
    ref: refOf(pack.id, id),
    type: 'source',
    title: title ?? outlet,
    names: title === undefined ? authors : [outlet, ...authors],
    passages: note === undefined ? [] : [note],
    topics,
    sources: [refOf(pack.id, id)],
    date,
    detail: outlet,
  };
}

/** A source belongs to the topics of everything that rests on it. */
function collectTopics(documents: readonly LibraryDocument[]): Map<string, Set<string>> {
  const gathered = new Map<string, Set<string>>();
  for (const { topics, sources } of documents) {
    for (const source of sources) {
      const known = gathered.get(source) ?? new Set();
      gathered.set(source, known);
      for (const topic of topics) known.add(topic);
    }
  }
  return gathered;
}

function topicsOf(entityIds: readonly string[], topics: ReadonlyMap<string, string>): string[] {
  return [...new Set(entityIds.flatMap((id) => topics.get(id) ?? []))];
}

function refsOf(pack: Pack, ids: readonly string[]): string[] {
  return [...new Set(ids)].map((id) => refOf(pack.id, id));
}
