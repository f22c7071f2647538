import browser from 'webextension-polyfill';
import type { KeepObstacle } from '../../contracts/kept-calls.ts';
import { waitAtMost } from '../../messaging/wait-at-most.ts';
import type { Article } from '../../stories/text/article.ts';

/** Runs in the page (`page/article/article-port.ts`). */
export interface ArticleReader {
  /** The script that brings the reader. */
  readonly script: string;
  /** Calls what the script has brought; undefined if it has not run in this document. */
  readonly run: (name: string) => Promise<Article | null> | undefined;
  readonly name: string;
}

export type TabReading =
  | { readonly obstacle: null; readonly article: Article; readonly title: string }
  | { readonly obstacle: KeepObstacle; readonly title: string };

/**
 * A page that hangs, or that waits in a dialog, never answers. Any other is read within a second or two.
 */
const readWithinMs = 8_000;

/** Reads the article on the page in a tab, in its top frame. Leaves nothing in the page's own world. */
export async function readTabArticle(tabId: number, reader: ArticleReader): Promise<TabReading> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const title = tab?.title ?? '';
  // A page that the browser has unloaded has no text.
  if (!tab || tab.discarded) return { obstacle: 'no-access', title };
  if (tab.incognito) return { obstacle: 'private', title };
  try {
    const article = await waitAtMost(readWithinMs, read(tabId, reader));
    if (article === undefined) return { obstacle: 'no-access', title };
    return article ? { obstacle: null, article, title } : { obstacle: 'no-article', title };
  } catch {
    // The browser's own pages, its store, or a site that the reader has closed to extensions.
    return { obstacle: 'no-access', title };
  }
}

async function read(tabId: number, reader: ArticleReader): Promise<Article | null> {
  const target = { tabId, frameIds: [0] };
  const run = async () => {
    const [answer] = await browser.scripting.executeScript({
      target,
      func: reader.run,
      args: [reader.name],
      injectImmediately: true,
    });
    return answer?.result as Article | null | undefined;
  };
  const known = await run();
  // Chromium gives `null` for undefined.
  if (known) return known;
  await browser.scripting.executeScript({ target, files: [reader.script], injectImmediately: true });
  return (await run()) ?? null;
}
