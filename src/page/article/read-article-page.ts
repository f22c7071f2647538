import type { Article } from '../../stories/text/article.ts';
import { readArticleMetadata } from './article-metadata.ts';
import { readArticleText } from './article-text.ts';

/**
 * The article on a page. Works on the document of a page and, in Node, on one that jsdom parsed; changes neither.
 * @param address where the page was found; empty where nobody knows
 * @returns an article whose text is empty where the page has none
 */
export function readArticlePage(document: Document, address: string): Article {
  return { ...readArticleMetadata(document, address), ...readArticleText(document) };
}
