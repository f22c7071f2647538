import type { SearchAddress } from '../../content/library-address.ts';
import type { LibraryDocument } from './list-documents.ts';

/** The number of results that would remain if only this value were chosen in its list. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  readonly topics: readonly Facet[];
  readonly types: readonly Facet[];
  readonly sources: readonly Facet[];
}

type Filter = keyof Facets;
const filters: readonly Filter[] = ['topics', 'types', 'sources'];

export interface Narrowed {
  readonly documents: readonly LibraryDocument[];
  readonly facets: Facets;
}

/**
 * Keeps what every filter admits, and counts each filter's values under the other two filters: counted under itself, a
 * filter would show only the chosen values.
 *
 * @param documents in ranking order, which is kept
 */
export function narrow(documents: Iterable<LibraryDocument>, wanted: Pick<SearchAddress, Filter>): Narrowed {
  const chosen = {
    topics: new Set(wanted.topics),
    types: new Set(wanted.types),
    sources: new Set(wanted.sources),
  };
  const counts = {
    topics: new Map<string, number>(),
    types: new Map<string, number>(),
    sources: new Map<string, number>(),
  };
  const remaining: LibraryDocument[] = [];
  for (const document of documents) {
    const refused = filters.filter((filter) => !admits(chosen[filter], valuesOf(document, filter)));
    if (refused.length === 0) remaining.push(document);
    if (refused.length > 1) continue;
    for (const filter of refused.length === 0 ? filters : refused) {
      for (const value of valuesOf(document, filter)) {
        counts[filter].set(value, (counts[filter].get(value) ?? 0) + 1);
      }
    }
  }
  return {
    documents: remaining,
    facets: {
      topics: rank(counts.topics, chosen.topics),
      types: rank(counts.types, chosen.types),
      sources: rank(counts.sources, chosen.sources),
    },
  };
}

function valuesOf(document: LibraryDocument, filter: Filter): readonly string[] {
  return filter === 'types' ? [document.type] : document[filter];
}

function admits(chosen: ReadonlySet<string>, values: readonly string[]): boolean {
  return chosen.size === 0 || values.some((value) => chosen.has(value));
}

/** A pack may have thousands of sources; no reader goes through a list that long. */
const maxFacets = 60;

/** Most frequent first. Chosen values stay in the list, so that they can be removed. */
function rank(counts: ReadonlyMap<string, number>, chosen: ReadonlySet<string>): Facet[] {
  const ranked = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const isRetained = ({ value }: Facet, at: number) => at < maxFacets || chosen.has(value);
  const gone = [...chosen].filter((value) => !counts.has(value)).map((value) => ({ value, count: 0 }));
  return [...ranked.filter(isRetained), ...gone];
}
