import type { Claim, Entity, Pack, Source, Statement, Topic } from './pack-schema.ts';

/** Queries on one pack, by bare ids of that pack. Everything is in the pack's own order. */
export interface PackLookup {
  readonly pack: Pack;
  topic(id: string): Topic | undefined;
  entity(id: string): Entity | undefined;
  source(id: string): Source | undefined;
  statement(id: string): Statement | undefined;
  claim(id: string): Claim | undefined;
  /** Statements that are about the entity, that it made, or whose words name it. */
  statementsOf(entity: Entity): readonly Statement[];
  claimsAbout(entityId: string): readonly Claim[];
  /** What the entity relates to, then what relates to it. */
  relatedTo(entity: Entity): readonly Entity[];
  /**
   * The first edition of the article that `sourceId` is an edition of; the source itself if there is none, and if it is
   * an altered copy: that is no edition, whatever a pack says.
   */
  firstEdition(sourceId: string): string;
  /** The distinct outlets behind these sources: editions, and several articles of one outlet, count once; an altered copy never. */
  independentOutlets(sourceIds: Iterable<string>): readonly string[];
  /** Whether a source says otherwise than the claim; an altered copy is no source of its own. */
  isOpposed(claim: Pick<Claim, 'positions'>): boolean;
}

const lookups = new WeakMap<Pack, PackLookup>();

/** Cached for each pack object: scanning a large pack takes longer than a card may. */
export function lookUpPack(pack: Pack): PackLookup {
  const known = lookups.get(pack);
  if (known) return known;
  const lookup = makeLookup(pack);
  lookups.set(pack, lookup);
  return lookup;
}

function makeLookup(pack: Pack): PackLookup {
  const topics = byId(pack.topics);
  const entities = byId(pack.entities);
  const sources = byId(pack.sources);
  const statements = byId(pack.statements);
  const claims = byId(pack.claims);

  const firstEdition = (sourceId: string): string => {
    if (sources.get(sourceId)?.rewordedFrom !== undefined) return sourceId;
    const seen = new Set<string>();
    let id = sourceId;
    // `seen` ends the loop if two editions in an imported pack refer to each other.
    while (!seen.has(id)) {
      seen.add(id);
      id = sources.get(id)?.editionOf ?? id;
    }
    return id;
  };

  return {
    pack,
    topic: (id) => topics.get(id),
    entity: (id) => entities.get(id),
    source: (id) => sources.get(id),
    statement: (id) => statements.get(id),
    claim: (id) => claims.get(id),
    statementsOf: (entity) => pack.statements.filter((statement) => concerns(statement, entity)),
    claimsAbout: (entityId) => pack.claims.filter(({ about }) => about.includes(entityId)),
    relatedTo: (entity) => {
      const ids = new Set(entity.related);
      for (const other of pack.entities) if (other.related.includes(entity.id)) ids.add(other.id);
      ids.delete(entity.id);
      return [...ids].flatMap((id) => entities.get(id) ?? []);
    },
    firstEdition,
    independentOutlets: (sourceIds) => {
      const outlets = new Map<string, string>();
      for (const id of sourceIds) {
        const source = sources.get(firstEdition(id));
        // An altered copy is no outlet: nobody knows where it was printed.
        if (source === undefined || source.rewordedFrom !== undefined) continue;
        outlets.set(source.outlet.toLowerCase(), source.outlet);
      }
      return [...outlets.values()];
    },
    isOpposed: ({ positions }) =>
      positions.some(
        ({ stance, source }) =>
          stance === 'says-otherwise' && sources.get(source)?.rewordedFrom === undefined,
      ),
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function concerns(statement: Statement, entity: Entity): boolean {
  if (statement.about.includes(entity.id) || statement.speaker?.entity === entity.id) return true;
  const words = [...statement.sentences.filter((sentence) => sentence !== null)];
  for (const wording of statement.wordings) words.push(wording.text);
  // A name with a rule may be an ordinary word ("Ring"): only the matcher can find it.
  return entity.names.some(
    (name) => !name.needs && !name.never && words.some((text) => hasName(text, name.text)),
  );
}

function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWordBefore = /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    const isWordAfter = /[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
    if (!isWordBefore && !isWordAfter) return true;
  }
  return false;
}
