import { useEffect, useState } from 'preact/hooks';

/** Titles of the given entities, as far as a pack knows them. */
export type GetEntities = (
  refs: readonly string[],
) => Promise<readonly { readonly ref: string; readonly title: string }[]>;

/**
 * Titles by reference; undefined until they are loaded, or if that fails: then references are shown.
 * @param packs the packs that know them; a change loads the titles again
 */
export function useEntityTitles(
  refs: readonly string[],
  packs: unknown,
  getEntities: GetEntities,
): ReadonlyMap<string, string> | undefined {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>();
  // A new list with the same entities is not loaded again.
  const all = [...new Set(refs)].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other packs know other titles.
  useEffect(() => {
    if (all === '') return;
    let isLatest = true;
    getEntities(all.split(' '))
      .then((known) => isLatest && setTitles(new Map(known.map(({ ref, title }) => [ref, title]))))
      .catch(() => undefined);
    return () => {
      isLatest = false;
    };
  }, [all, packs, getEntities]);
  return titles;
}
