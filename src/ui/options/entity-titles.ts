import { useEffect, useState } from 'preact/hooks';

/** Titles of those of the entities that a pack knows. */
export type GetEntities = (
  refs: readonly string[],
) => Promise<readonly { readonly ref: string; readonly title: string }[]>;

/**
 * Titles by reference; undefined until they are here, and where they cannot be had: then references are shown.
 * @param packs what knows them: another value, and they are asked for again
 */
export function useEntityTitles(
  refs: readonly string[],
  packs: unknown,
  getEntities: GetEntities,
): ReadonlyMap<string, string> | undefined {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>();
  // A list that was made anew with the same entities is not asked for again.
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
