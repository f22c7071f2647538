import { listExcerpts } from './list-excerpts.ts';
import { type PackToCheck, textOf } from './pack-to-check.ts';

/** A source whose words the pack prints without anything that they could be compared with. */
export interface UncomparedSource {
  readonly source: string;
  /** Where the pack prints them: quotations, evidence and quotes of facts. */
  readonly paths: readonly string[];
}

/** The sources that are quoted and whose article is not at hand. */
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
