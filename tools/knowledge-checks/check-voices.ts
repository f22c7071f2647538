import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { lookUpPack, type PackLookup } from '../../src/knowledge/look-up-pack.ts';
import type { Entity } from '../../src/knowledge/pack-schema.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** What a summary says where one outlet alone can be quoted. */
const saysWhoAlone = /\breported only by\b/i;

/** Each entity of the main story has words of two outlets to show, or says by whom alone it is reported. */
export function checkVoices({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const lookup = lookUpPack(pack);
  return pack.entities.flatMap((entity) => {
    const isMainStory = lookup.topic(entity.topic)?.onByDefault ?? false;
    if (!isMainStory || saysWhoAlone.test(entity.summary)) return [];
    const outlets = lookup.independentOutlets(listQuotedSources(lookup, entity));
    if (outlets.length > 1) return [];
    return [
      {
        file: fileOf('entities', entity.id),
        path: `entities[${entity.id}]`,
        reason:
          outlets.length === 0
            ? 'No outlet can be quoted on this: there is no statement, no evidence of a claim and no quote of a fact.'
            : `Only ${outlets[0]} can be quoted on this.`,
        remedy:
          'Quote a second outlet in a fact, a claim or a statement, or write "Reported only by …" in the summary.',
      },
    ];
  });
}

/** The sources whose words a card about the entity can show. */
function listQuotedSources(lookup: PackLookup, entity: Entity): Set<string> {
  const ids = new Set<string>();
  for (const { positions } of lookup.claimsAbout(entity.id)) {
    for (const { source, evidence } of positions) if (evidence.length > 0) ids.add(source);
  }
  for (const { wordings } of lookup.statementsOf(entity)) for (const { source } of wordings) ids.add(source);
  for (const { cites } of entity.facts) {
    for (const { source, quote } of cites) if (quote !== undefined) ids.add(source);
  }
  return ids;
}
