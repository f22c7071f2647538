import { countOutletsByEntity, type OutletCount } from '../knowledge/count-outlets-by-entity.ts';
import { lookUpPack, type PackLookup } from '../knowledge/look-up-pack.ts';
import type { Pack, PackDate } from '../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../knowledge/qualify-pack.ts';
import { objectCharacter, possibleEdge } from '../matching/text/block-signs.ts';
import type { AnnotatedArticle, AnnotatedBlock } from './annotated-article.ts';
import { findStoryClaims } from './find-story-claims.ts';
import { describeDated, listEvents } from './list-events.ts';
import { toCardPack } from './make-card-content.ts';
import { makeCardStatement } from './make-card-statement.ts';
import { compareDates, isAfterDay } from './order-dates.ts';
import type { DatedItem, PanelContent, PanelEntity, PanelQuotation } from './panel-content.ts';

/** What a block's text has in place of a picture or an edge. */
const placeholders = new RegExp(`${objectCharacter} ?|${possibleEdge}`, 'g');

/** Whether the reader wants to see an entity of a topic. References. */
type IsEntityChosen = (
  entity: string,
  topic: { readonly ref: string; readonly onByDefault: boolean },
) => boolean;

/**
 * The briefing on one page from one pack. Pure; a page about something else gives empty lists. Entities that are not
 * chosen are not listed, but the page is about them all the same.
 */
export function makePanelContent(
  pack: Pack,
  page: AnnotatedArticle,
  isChosen: IsEntityChosen = () => true,
): PanelContent {
  const lookup = lookUpPack(pack);
  const counts = countMentions(lookup, page);
  const entityIds = new Set(counts.keys());
  const { made, elsewhere } = findStoryClaims(lookup, page, entityIds);
  const timeline = listEvents(lookup, ({ about }) => about.some((id) => entityIds.has(id)));
  const { date } = page;
  return {
    page: { title: page.title, address: page.address, date },
    pack: toCardPack(pack),
    mentioned: describeEntities(lookup, counts, isChosen),
    quoted: listQuotations(lookup, page),
    since: date === null ? [] : listSince(lookup, entityIds, timeline, date),
    elsewhere,
    made,
    timeline,
  };
}

/** The bare ids of this pack's entities. Ignores references of other packs, even with the same bare id. */
function countMentions(lookup: PackLookup, page: AnnotatedArticle): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mentions } of allBlocks(page)) {
    for (const { entity } of mentions) {
      const { packId, id } = splitRef(entity);
      if (packId === lookup.pack.id && lookup.entity(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function allBlocks({ blocks, beside = [] }: AnnotatedArticle): readonly AnnotatedBlock[] {
  return [...blocks, ...beside];
}

function describeEntities(
  lookup: PackLookup,
  counts: ReadonlyMap<string, number>,
  isChosen: IsEntityChosen,
): PanelEntity[] {
  const { pack } = lookup;
  const weights = weighEntities(lookup);
  return [...counts].flatMap(([id, count]) => {
    const entity = lookup.entity(id);
    const topic = lookup.topic(entity?.topic ?? '');
    if (!entity || !topic) return [];
    const ref = refOf(pack.id, id);
    if (!isChosen(ref, { ref: refOf(pack.id, topic.id), onByDefault: topic.onByDefault })) return [];
    const { title, type } = entity;
    const { outlets, disputed } = weights;
    return [{ ref, title, type, count, outletCount: outlets.of(id), isDisputed: disputed.has(id) }];
  });
}

/** What a pack has to say of its entities, by bare id. */
interface EntityWeights {
  readonly outlets: OutletCount;
  readonly disputed: ReadonlySet<string>;
}

/** More than any pack has that was not made to be slow. */
const maxOutlets = 1000;
const knownWeights = new WeakMap<PackLookup, EntityWeights>();

/** Cached for each pack: it depends on no page. */
function weighEntities(lookup: PackLookup): EntityWeights {
  const known = knownWeights.get(lookup);
  if (known) return known;
  const outlets = countOutletsByEntity(lookup, maxOutlets);
  const disputed = new Set<string>();
  for (const { about, speaker, wordings } of lookup.pack.statements) {
    outlets.add(
      [...about, ...(speaker?.entity ? [speaker.entity] : [])],
      wordings.map(({ source }) => source),
    );
  }
  for (const claim of lookup.pack.claims) {
    const { about, positions } = claim;
    const speaking = positions.filter(({ stance }) => stance !== 'does-not-mention');
    outlets.add(
      about,
      speaking.map(({ source }) => source),
    );
    if (lookup.isOpposed(claim)) for (const id of about) disputed.add(id);
  }
  const weights = { outlets, disputed };
  knownWeights.set(lookup, weights);
  return weights;
}

function listQuotations(lookup: PackLookup, page: AnnotatedArticle): PanelQuotation[] {
  return allBlocks(page).flatMap(({ text, traces }) =>
    traces.flatMap((trace) => {
      const { packId, id } = splitRef(trace.statement);
      const statement = packId === lookup.pack.id ? lookup.statement(id) : undefined;
      if (!statement) return [];
      return [
        {
          trace,
          text: text.slice(trace.start, trace.end).replace(placeholders, ''),
          statement: makeCardStatement(lookup, statement),
        },
      ];
    }),
  );
}

/**
 * Events and dated facts later than `day`, newest first. A fact with the date and entity of an event repeats it, and is
 * left out.
 */
function listSince(
  lookup: PackLookup,
  entityIds: ReadonlySet<string>,
  events: readonly DatedItem[],
  day: string,
): DatedItem[] {
  const keyOf = (date: PackDate, ref: string) => `${date.value} ${ref}`;
  const alreadyListed = new Set(
    events.flatMap(({ date, entities }) => entities.map(({ ref }) => keyOf(date, ref))),
  );
  const facts = [...entityIds].flatMap((id) =>
    (lookup.entity(id)?.facts ?? []).flatMap(({ date, text, cites }) => {
      if (!date || alreadyListed.has(keyOf(date, refOf(lookup.pack.id, id)))) return [];
      return [describeDated(lookup, date, text, [id], [...new Set(cites.map(({ source }) => source))])];
    }),
  );
  return [...events, ...facts]
    .filter(({ date }) => isAfterDay(date, day))
    .sort((a, b) => compareDates(b.date, a.date));
}
