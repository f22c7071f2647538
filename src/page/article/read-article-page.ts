import type { Article } from '../../stories/text/article.ts';
import { readArticleMetadata } from './article-metadata.ts';
import { readArticleText } from './article-text.ts';

/**
 * The article on a page. Accepts a page's document and, in Node, one that jsdom parsed; changes neither.
 * @param address where the page was found; empty for a file, which has no address, whatever it says
 * @returns an article, with empty text if the page has none
 */
export function readArticlePage(document: Document, address: string): Article {
  return { ...readArticleMetadata(document, address), ...readArticleText(document) };
}
