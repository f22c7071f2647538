/** What a source says of itself. */
interface StatedSource {
  readonly outlet: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** Whether two are editions of one article, which counts once. An empty title or outlet is none. */
export function isSameArticle(one: StatedSource, other: StatedSource): boolean {
  if (one.url !== undefined && other.url !== undefined) return one.url === other.url;
  return one.outlet !== '' && one.outlet === other.outlet && !!one.title && one.title === other.title;
}
