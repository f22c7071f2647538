import type { CardStatement, CitedSource } from '../../../view-models/card-content.ts';

/** What one source prints of several statements. */
export interface SourceQuotations {
  readonly source: CitedSource;
  readonly quotations: readonly {
    readonly statement: CardStatement;
    readonly wording: CardStatement['wordings'][number];
  }[];
}

/** Groups the wordings of statements by source; the source that prints the most comes first. */
export function groupBySource(statements: readonly CardStatement[]): SourceQuotations[] {
  const groups = new Map<
    string,
    { source: CitedSource; quotations: SourceQuotations['quotations'][number][] }
  >();
  for (const statement of statements) {
    for (const wording of statement.wordings) {
      const group = groups.get(wording.source.id) ?? { source: wording.source, quotations: [] };
      group.quotations.push({ statement, wording });
      groups.set(wording.source.id, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.quotations.length - a.quotations.length);
}
