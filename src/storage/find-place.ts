import type { KeptArticle } from '../stories/kept/kept-article.ts';
import { type PlacedArticle, placeArticle } from '../stories/kept/place-article.ts';
import type { StoredSummary } from './kept-database.ts';

/** The two reads within one transaction. */
interface PlaceReader {
  readonly list: (keys: IDBKeyRange) => Promise<StoredSummary[]>;
  readonly read: (id: string) => Promise<KeptArticle | undefined>;
}

export interface KeptPlace {
  readonly key: string;
  readonly known: (PlacedArticle & { readonly summary: StoredSummary }) | undefined;
}

/**
 * Finds what is kept of an article (`placeArticle`).
 * @param address its key without a number (`findKeptKey`)
 */
export async function findPlace(
  reader: PlaceReader,
  address: string,
  versions: KeptArticle['versions'],
): Promise<KeptPlace> {
  // The address itself, and all that follows it after a space.
  const summaries = await reader.list(IDBKeyRange.bound(address, `${address}!`, false, true));
  const kept: NonNullable<KeptPlace['known']>[] = [];
  for (const summary of summaries) {
    const article = await reader.read(summary.id);
    if (article) kept.push({ key: summary.key, article, summary });
  }
  return placeArticle(address, versions, kept);
}
