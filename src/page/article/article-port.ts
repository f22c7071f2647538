import type { Article } from '../../stories/text/article.ts';

/** Reads the article on the page; null if there is none. */
export type ReadArticle = () => Promise<Article | null>;

/**
 * The key under which `read-tab-article.ts` finds what its script (`article.iife.ts`) has put into the isolated world.
 * See docs/decisions/021-scripts-on-first-use.md.
 */
export const articleReaderName = 'sidelight.read-article';

/**
 * Runs in the page, so it uses nothing but its arguments.
 * @returns undefined if the script has not run in this document yet
 */
function runArticleReader(name: string): ReturnType<ReadArticle> | undefined {
  return (globalThis as { [key: symbol]: ReadArticle | undefined })[Symbol.for(name)]?.();
}

/** For the background, which brings the script. */
export const articleReader = { name: articleReaderName, run: runArticleReader };
