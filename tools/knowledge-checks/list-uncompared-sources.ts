import { listExcerpts } from './list-excerpts.ts';
import { type PackToCheck, textOf } from './pack-to-check.ts';

/** A source that the pack quotes, but whose words could not be compared with its article. */
export interface UncomparedSource {
  readonly source: string;
  /** Where the pack quotes it: quotations, evidence and quotes of facts. */
  readonly paths: readonly string[];
}

/** The sources that are quoted but whose article is not available. */
export function listUncomparedSources(checked: PackToCheck): UncomparedSource[] {
  const quoted = [
    ...listExcerpts(checked),
    ...checked.pack.entities.flatMap(({ id, facts }) =>
      facts.flatMap(({ cites }, i) =>
        cites.flatMap(({ source, quote }, j) =>
          quote === undefined ? [] : [{ source, path: `entities[${id}].facts[${i}].cites[${j}].quote` }],
        ),
      ),
    ),
  ];
  return checked.pack.sources.flatMap(({ id }) => {
    if (textOf(checked, id) !== undefined) return [];
    const paths = quoted.filter(({ source }) => source === id).map(({ path }) => path);
    return paths.length === 0 ? [] : [{ source: id, paths }];
  });
}
