import type { FileOf, PackListName } from '../file-finder.ts';
import type { Pack } from '../pack-schema.ts';
import type { ReportProblem } from '../problem-list.ts';

const lists: readonly PackListName[] = ['topics', 'sources', 'entities', 'statements', 'claims', 'events'];

/** Everything refers to everything by id: each must be unique in its list, over all files of the pack. */
export function findRepeatedIds(pack: Pack, fileOf: FileOf, report: ReportProblem): void {
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { id } of pack[list]) {
      if (seen.has(id)) {
        report({
          file: fileOf(list, id),
          path: `${list}[${id}].id`,
          code: 'repeatedId',
          values: { id, list },
        });
      }
      seen.add(id);
    }
  }
}

type Refer = (place: string, target: PackListName, id: string | undefined) => void;

/** Every id that one part of the pack refers to must exist in the pack. */
export function findDanglingReferences(pack: Pack, fileOf: FileOf, report: ReportProblem): void {
  const known = new Map(lists.map((list) => [list, new Set(pack[list].map(({ id }) => id))]));
  const from =
    (list: PackListName, id: string): Refer =>
    (place, target, targetId) => {
      if (targetId === undefined || known.get(target)?.has(targetId)) return;
      report({
        file: fileOf(list, id),
        path: `${list}[${id}].${place}`,
        code: 'unknownId',
        values: { id: targetId, list: target },
      });
    };

  for (const source of pack.sources) {
    const refer = from('sources', source.id);
    refer('editionOf', 'sources', source.editionOf);
    refer('partOf.source', 'sources', source.partOf?.source);
  }
  for (const entity of pack.entities) referFromEntity(entity, from('entities', entity.id));
  for (const statement of pack.statements) {
    const refer = from('statements', statement.id);
    refer('speaker.entity', 'entities', statement.speaker?.entity);
    referAll(refer, 'about', 'entities', statement.about);
    for (const [i, { source }] of statement.wordings.entries()) {
      refer(`wordings[${i}].source`, 'sources', source);
    }
  }
  for (const claim of pack.claims) {
    const refer = from('claims', claim.id);
    referAll(refer, 'about', 'entities', claim.about);
    for (const [i, { source }] of claim.positions.entries())
      refer(`positions[${i}].source`, 'sources', source);
  }
  for (const event of pack.events) {
    const refer = from('events', event.id);
    referAll(refer, 'about', 'entities', event.about);
    referAll(refer, 'cites', 'sources', event.cites);
  }
}

/** An edition of an edition is fine; editions that refer back to themselves have no first one to count. */
export function findEditionCycles(pack: Pack, fileOf: FileOf, report: ReportProblem): void {
  const editionOf = new Map(
    pack.sources.map(({ id, editionOf, partOf }) => [id, editionOf ?? partOf?.source]),
  );
  const settled = new Set<string>();
  for (const { id } of pack.sources) {
    const walked = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !settled.has(at) && !walked.has(at)) {
      walked.add(at);
      at = editionOf.get(at);
    }
    if (at !== undefined && walked.has(at)) {
      report({
        file: fileOf('sources', at),
        path: `sources[${at}]`,
        code: 'editionCycle',
        values: { id: at },
      });
    }
    for (const seen of walked) settled.add(seen);
  }
}

function referFromEntity(entity: Pack['entities'][number], refer: Refer): void {
  refer('topic', 'topics', entity.topic);
  referAll(refer, 'summaryCites', 'sources', entity.summaryCites);
  referAll(refer, 'related', 'entities', entity.related);
  for (const [i, fact] of entity.facts.entries()) {
    for (const [j, cite] of fact.cites.entries())
      refer(`facts[${i}].cites[${j}].source`, 'sources', cite.source);
  }
  for (const [i, name] of entity.names.entries()) {
    referAll(refer, `names[${i}].needs.mentions`, 'entities', name.needs?.mentions ?? []);
  }
}

function referAll(refer: Refer, field: string, target: PackListName, ids: readonly string[]): void {
  for (const [i, id] of ids.entries()) refer(`${field}[${i}]`, target, id);
}
