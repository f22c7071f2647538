import { lookUpPack, type PackLookup } from '../knowledge/look-up-pack.ts';
import type { Entity, Pack, PackDate } from '../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../knowledge/qualify-pack.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import { compareSources } from './compare-sources.ts';
import { findStoryClaims } from './find-story-claims.ts';
import { describeDated, listEvents } from './list-events.ts';
import { toCardPack } from './make-card-content.ts';
import { makeCardStatement } from './make-card-statement.ts';
import { compareDates, isAfterDay } from './order-dates.ts';
import type { DatedItem, PanelContent, PanelEntity, PanelQuotation } from './panel-content.ts';

/** The briefing on one page from one pack. Pure; a page about something else gives empty lists. */
export function makePanelContent(pack: Pack, page: AnnotatedArticle): PanelContent {
  const lookup = lookUpPack(pack);
  const mentioned = countMentions(lookup, page);
  const entityIds = new Set(mentioned.map(({ ref }) => splitRef(ref).id));
  const { made, elsewhere } = findStoryClaims(lookup, page, entityIds);
  const timeline = listEvents(lookup, ({ about }) => about.some((id) => entityIds.has(id)));
  const { date } = page;
  return {
    page: { title: page.title, address: page.address, date },
    pack: toCardPack(pack),
    mentioned,
    quoted: listQuotations(lookup, page),
    since: date === null ? [] : listSince(lookup, entityIds, timeline, date),
    elsewhere,
    made,
    comparison: compareSources([...made, ...elsewhere]),
    timeline,
  };
}

function countMentions(lookup: PackLookup, page: AnnotatedArticle): PanelEntity[] {
  const counts = new Map<string, number>();
  for (const { mentions } of page.blocks) {
    for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return [...counts].flatMap(([ref, count]) => {
    const entity = ownEntity(lookup, ref);
    const color = lookup.topic(entity?.topic ?? '')?.color;
    return entity && color ? [{ ref, title: entity.title, type: entity.type, color, count }] : [];
  });
}

/** Ignores references of other packs, even with the same bare id. */
function ownEntity(lookup: PackLookup, ref: string): Entity | undefined {
  const { packId, id } = splitRef(ref);
  return packId === lookup.pack.id ? lookup.entity(id) : undefined;
}

function listQuotations(lookup: PackLookup, page: AnnotatedArticle): PanelQuotation[] {
  return page.blocks.flatMap(({ text, traces }) =>
    traces.flatMap((trace) => {
      const { packId, id } = splitRef(trace.statement);
      const statement = packId === lookup.pack.id ? lookup.statement(id) : undefined;
      if (!statement) return [];
      return [
        {
          trace,
          text: text.slice(trace.start, trace.end),
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
