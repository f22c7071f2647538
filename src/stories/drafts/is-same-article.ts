import type { Article } from '../text/article.ts';

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

/** What an article says of itself, by which editions are told. */
export type StatedArticle = Pick<Article, 'outlet' | 'title' | 'address'>;

/** Whether two articles are editions of one. */
export function areEditions(one: StatedArticle, other: StatedArticle): boolean {
  return isSameArticle(asSource(one), asSource(other));
}

function asSource({ outlet, title, address }: StatedArticle): StatedSource {
  return { outlet, title, ...(address !== '' && { url: address }) };
}
