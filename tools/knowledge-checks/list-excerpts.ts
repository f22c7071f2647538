import type { Span } from '../../src/knowledge/pack-schema.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Words of a source in the pack, with their place in the pack and in the source. */
export interface Excerpt {
  readonly file: string;
  readonly path: string;
  readonly source: string;
  readonly span: Span;
  /** The quotation marks of a wording. */
  readonly marks?: readonly [open: string, close: string];
  readonly role: 'wording' | 'attribution' | 'runs-on' | 'evidence';
}

/** Everything in the pack that is copied verbatim from a source, with its place in the pack. */
export function listExcerpts({ pack, fileOf }: PackToCheck): Excerpt[] {
  const found: Excerpt[] = [];
  for (const { id, wordings } of pack.statements) {
    const file = fileOf('statements', id);
    for (const [
      i,
      { source, text, start, end, openMark, closeMark, attribution, runsOn },
    ] of wordings.entries()) {
      const path = `statements[${id}].wordings[${i}]`;
      found.push({
        file,
        path,
        source,
        span: { text, start, end },
        marks: [openMark, closeMark],
        role: 'wording',
      });
      if (attribution) {
        found.push({
          file,
          path: `${path}.attribution`,
          source,
          span: attribution,
          role: 'attribution',
        });
      }
      if (runsOn)
        found.push({
          file,
          path: `${path}.runsOn`,
          source,
          span: runsOn,
          role: 'runs-on',
        });
    }
  }
  for (const { id, positions } of pack.claims) {
    const file = fileOf('claims', id);
    for (const [i, { source, evidence }] of positions.entries()) {
      for (const [j, span] of evidence.entries()) {
        found.push({
          file,
          path: `claims[${id}].positions[${i}].evidence[${j}]`,
          source,
          span,
          role: 'evidence',
        });
      }
    }
  }
  return found;
}
