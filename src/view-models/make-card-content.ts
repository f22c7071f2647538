import { lookUpPack, type PackLookup } from '../knowledge/look-up-pack.ts';
import type { Claim, Entity, Pack, Statement, Topic } from '../knowledge/pack-schema.ts';
import { isKept, refOf, splitRef } from '../knowledge/qualify-pack.ts';
import { sentenceStarts } from '../matching/text/split-sentences.ts';
import type { CardClaim, CardContent, CardPack, CitedSource, RuledName } from './card-content.ts';
import { citeSource } from './cite-source.ts';
import { type FindNames, findLongerNames, namesOfPacks } from './find-longer-names.ts';
import { listEvents } from './list-events.ts';
import { makeCardClaims } from './make-card-claims.ts';
import { makeCardStatement } from './make-card-statement.ts';

/**
 * Resolves everything that the card of one entity or statement shows.
 *
 * `ref` is `pack/id` or the bare id. Null if the pack does not know it, or if it belongs to another pack.
 * @param findNames finds names of all enabled packs, for longer names of other entities
 */
export function makeCardContent(
  pack: Pack,
  kind: CardContent['kind'],
  ref: string,
  findNames: FindNames = () => namesOfPacks([pack]),
): CardContent | null {
  const { packId, id } = splitRef(ref);
  if (packId !== '' && packId !== pack.id) return null;
  const lookup = lookUpPack(pack);
  if (kind === 'entity') {
    const entity = lookup.entity(id);
    return entity ? makeEntityCard(lookup, entity, findNames) : null;
  }
  const statement = lookup.statement(id);
  return statement ? makeStatementCard(lookup, statement) : null;
}

function makeEntityCard(lookup: PackLookup, entity: Entity, findNames: FindNames): CardContent {
  const facts = entity.facts.map((fact) => ({
    text: fact.text,
    ...(fact.date && { date: fact.date }),
    cites: fact.cites.flatMap((cite) =>
      citeSource(lookup, cite.source).map((source) => ({
        source,
        ...(cite.quote && { quote: cite.quote }),
      })),
    ),
  }));
  const card = {
    kind: 'entity' as const,
    ref: refOf(lookup.pack.id, entity.id),
    title: entity.title,
    type: entity.type,
    topic: describeTopic(lookup, entity.topic),
    lead: entity.lead ?? firstSentenceOf(entity.summary),
    summary: entity.summary,
    summaryCites: citedSources(lookup, entity.summaryCites),
    facts,
    statements: lookup.statementsOf(entity).map((statement) => makeCardStatement(lookup, statement)),
    positions: makeCardClaims(lookup, lookup.claimsAbout(entity.id)).map((claim) =>
      isMainClaim(lookup, claim, entity) ? { ...claim, isMain: true as const } : claim,
    ),
    events: describeEvents(lookup, entity.id),
    related: lookup.relatedTo(entity).map((other) => describeRelated(lookup, other)),
    ...describeNames(lookup, entity),
  };
  return finish(lookup, { ...card, longerNames: findLongerNames(card, findNames) });
}

function makeStatementCard(lookup: PackLookup, statement: Statement): CardContent {
  const speaker = statement.speaker?.entity;
  const ids = [...new Set([...(speaker ? [speaker] : []), ...statement.about])];
  const entities = ids.flatMap((id) => lookup.entity(id) ?? []);
  return finish(lookup, {
    kind: 'statement',
    ref: refOf(lookup.pack.id, statement.id),
    title:
      statement.speaker?.text ?? statement.sentences.find((sentence) => sentence !== null) ?? statement.id,
    type: 'statement',
    topic: describeTopic(lookup, entities[0]?.topic),
    lead: '',
    summary: '',
    summaryCites: [],
    facts: [],
    statements: [makeCardStatement(lookup, statement)],
    positions: makeCardClaims(
      lookup,
      lookup.pack.claims.filter((claim) => isSupportedBy(claim, statement)),
    ),
    events: [],
    related: entities.map((entity) => describeRelated(lookup, entity)),
    names: [],
    ruledNames: [],
    isCommon: false,
    longerNames: [],
  });
}

/** Packs name first what a claim is about above all. */
function isMainClaim(lookup: PackLookup, { ref }: CardClaim, { id }: Entity): boolean {
  return lookup.claim(splitRef(ref).id)?.about.slice(0, 2).includes(id) ?? false;
}

function firstSentenceOf(text: string): string {
  return text.slice(0, sentenceStarts(text)[1]).trim();
}

/** Whether this statement's words are evidence for a position on the claim. */
function isSupportedBy(claim: Claim, statement: Statement): boolean {
  return claim.positions.some(({ source, evidence }) =>
    statement.wordings.some(
      (wording) =>
        wording.source === source &&
        evidence.some(({ start, end }) => start < wording.end && end > wording.start),
    ),
  );
}

type Unfinished = Omit<CardContent, 'pack' | 'outletCount'>;

function finish(lookup: PackLookup, card: Unfinished): CardContent {
  return {
    ...card,
    pack: toCardPack(lookup.pack),
    outletCount: lookup.independentOutlets(speakingSources(card)).length,
  };
}

export function toCardPack({ id, title, knownTo, language, origin, sources }: Pack): CardPack {
  const pack = { id, title, knownTo, language };
  if (isKept(id)) return { ...pack, keptCount: sources.length };
  return origin === 'story' ? { ...pack, isCollected: true } : pack;
}

/** The sources that say something in the card; a position of silence does not count. */
function speakingSources(card: Unfinished): Set<string> {
  const ids = new Set(card.summaryCites.map(({ id }) => id));
  for (const { cites } of card.facts) for (const { source } of cites) ids.add(source.id);
  for (const { wordings } of card.statements) for (const { source } of wordings) ids.add(source.id);
  for (const { positions } of card.positions) {
    for (const { source, stance } of positions) if (stance !== 'does-not-mention') ids.add(source.id);
  }
  for (const { cites } of card.events) for (const { id } of cites) ids.add(id);
  return ids;
}

/** @param id bare id of a topic; an unknown or missing one gives the pack's first topic */
export function describeTopic(lookup: PackLookup, id: string | undefined): CardContent['topic'] {
  const topic: Topic | undefined = lookup.topic(id ?? '') ?? lookup.pack.topics[0];
  // Neutral grey if an imported pack has no topics; the card then shows no topic name.
  if (!topic) return { ref: '', title: '', color: '#6b7280' };
  return {
    ref: refOf(lookup.pack.id, topic.id),
    title: topic.title,
    color: topic.color,
  };
}

export function describeRelated(lookup: PackLookup, entity: Entity): CardContent['related'][number] {
  return {
    ref: refOf(lookup.pack.id, entity.id),
    title: entity.title,
    type: entity.type,
  };
}

function describeEvents(lookup: PackLookup, entityId: string): CardContent['events'] {
  const events = listEvents(lookup, ({ about }) => about.includes(entityId));
  return events.map(({ date, text, cites }) => ({ date, text, cites }));
}

function citedSources(lookup: PackLookup, ids: readonly string[]): CitedSource[] {
  return ids.flatMap((id) => citeSource(lookup, id));
}

type Name = Entity['names'][number];

/** What a card says of an entity's names: which they are, and when they match. */
function describeNames(
  lookup: PackLookup,
  entity: Entity,
): Pick<CardContent, 'names' | 'ruledNames' | 'isCommon'> {
  return {
    names: entity.names.map(({ text }) => text),
    ruledNames: entity.names
      .filter(({ needs, unless }) => needs !== undefined || unless !== undefined)
      .map((name) => describeRule(lookup, name)),
    isCommon: entity.show === 'with-story',
  };
}

/** The matcher knows how near a word must be; the card says only which words count. */
function describeRule(lookup: PackLookup, { text, needs, unless }: Name): RuledName {
  return {
    text,
    ...(needs && {
      needs: {
        words: listRuleWords(needs),
        entities: (needs.mentions ?? []).flatMap((id) => lookup.entity(id)?.title ?? []),
      },
    }),
    isPresumed: needs === undefined || needs.optional === true,
    unless: unless === undefined ? [] : listRuleWords(unless),
  };
}

type Reach = NonNullable<Name['unless']>;

function listRuleWords({ sentence = [], block = [], page = [] }: Reach): string[] {
  return [...new Set([...sentence, ...block, ...page])];
}
