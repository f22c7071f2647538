import { isSameArticle } from './is-same-article.ts';
import type { KeptArticle, KeptVersion } from './kept-article.ts';

/** Something kept under a key, or to be kept under it. */
export interface PlacedArticle {
  readonly key: string;
  readonly article: KeptArticle;
}

/** No address has a space: keys of one address are this one, and this one with a space and a number. */
const separator = ' ';

/** The key without what tells it from others of the same address. */
export function addressOfKey(key: string): string {
  return key.split(separator, 1)[0] ?? '';
}

/**
 * Finds the article of which versions are to be added, among those of the same address. A site may state one address for
 * several articles: each has a key of its own.
 * @param address a key without a number (`addressOfKey`)
 * @returns that article and its key; or none, and a key under which nothing is kept
 */
export function placeArticle<Placed extends PlacedArticle>(
  address: string,
  versions: KeptArticle['versions'],
  kept: readonly Placed[],
): { readonly key: string; readonly known: Placed | undefined } {
  const known = kept.find(({ article }) => isVersionOf(article, versions.at(-1)));
  if (known) return { key: known.key, known };
  const taken = new Set(kept.map(({ key }) => key));
  let key = address;
  for (let number = 2; taken.has(key); number += 1) key = `${address}${separator}${number}`;
  return { key, known: undefined };
}

/** The latest is compared first: it is the most alike. */
function isVersionOf({ versions }: KeptArticle, version: KeptVersion | undefined): boolean {
  return (
    version !== undefined &&
    versions.toReversed().some(({ article }) => isSameArticle(article, version.article))
  );
}
