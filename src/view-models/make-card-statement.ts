import type { PackLookup } from '../knowledge/look-up-pack.ts';
import type { Statement, Wording } from '../knowledge/pack-schema.ts';
import { refOf } from '../knowledge/qualify-pack.ts';
import type { CardStatement } from './card-content.ts';
import { citeSource } from './cite-source.ts';

type CardWording = CardStatement['wordings'][number];

/** One statement with its wordings by source, the parts of each source in order. */
export function makeCardStatement(lookup: PackLookup, statement: Statement): CardStatement {
  const { speaker, date, sentences } = statement;
  return {
    ref: refOf(lookup.pack.id, statement.id),
    speaker: speaker && {
      text: speaker.text,
      ...(speaker.role && { role: speaker.role }),
      ...(speaker.entity && {
        entityRef: refOf(lookup.pack.id, speaker.entity),
      }),
    },
    ...(date && { date }),
    sentences,
    wordings: groupWordings(lookup, statement.wordings),
  };
}

function groupWordings(lookup: PackLookup, wordings: readonly Wording[]): CardWording[] {
  const bySource = new Map<string, Wording[]>();
  for (const wording of wordings)
    bySource.set(wording.source, [...(bySource.get(wording.source) ?? []), wording]);

  const shown = new Set<string>();
  const groups: CardWording[] = [];
  // The first edition represents the article, even if a later edition prints the same words.
  const sourceIds = [...bySource.keys()].sort(
    (a, b) => Number(isLaterEdition(lookup, a)) - Number(isLaterEdition(lookup, b)),
  );
  for (const sourceId of sourceIds) {
    const parts = [...(bySource.get(sourceId) ?? [])].sort((a, b) => a.part - b.part);
    const key = JSON.stringify([lookup.firstEdition(sourceId), parts.map(({ text }) => text)]);
    if (shown.has(key)) continue;
    shown.add(key);
    for (const source of citeSource(lookup, sourceId))
      groups.push({ source, parts: parts.map(describePart) });
  }
  return groups;
}

function isLaterEdition(lookup: PackLookup, sourceId: string): boolean {
  return lookup.firstEdition(sourceId) !== sourceId;
}

function describePart(wording: Wording): CardWording['parts'][number] {
  const { text, openMark, closeMark, attribution, roleAsPrinted, gapBefore, runsOn } = wording;
  return {
    text,
    openMark,
    closeMark,
    ...(attribution && { attribution: attribution.text }),
    ...(roleAsPrinted && { roleAsPrinted }),
    ...(gapBefore && { gapBefore }),
    ...(runsOn && { runsOn: runsOn.text }),
  };
}
