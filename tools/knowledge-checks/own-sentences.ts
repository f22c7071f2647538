import type { PackToCheck } from './pack-to-check.ts';

/** A sentence in the pack's own words, with its place; quotations and evidence are the sources' words. */
export interface OwnSentence {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export function listOwnSentences({ pack, fileOf }: PackToCheck): OwnSentence[] {
  const found: OwnSentence[] = [];
  for (const { id, lead, summary, facts } of pack.entities) {
    const file = fileOf('entities', id);
    if (lead) found.push({ file, path: `entities[${id}].lead`, text: lead });
    found.push({ file, path: `entities[${id}].summary`, text: summary });
    for (const [i, { text }] of facts.entries())
      found.push({ file, path: `entities[${id}].facts[${i}].text`, text });
  }
  for (const { id, text, positions } of pack.claims) {
    const file = fileOf('claims', id);
    found.push({ file, path: `claims[${id}].text`, text });
    for (const [i, { note }] of positions.entries()) {
      if (note)
        found.push({
          file,
          path: `claims[${id}].positions[${i}].note`,
          text: note,
        });
    }
  }
  for (const { id, text } of pack.events) {
    found.push({
      file: fileOf('events', id),
      path: `events[${id}].text`,
      text,
    });
  }
  for (const { id, note } of pack.sources) {
    if (note)
      found.push({
        file: fileOf('sources', id),
        path: `sources[${id}].note`,
        text: note,
      });
  }
  return found;
}

/** The text without everything in quotation marks. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"/g, ' ');
}
