import 'fake-indexeddb/auto';
import { openKeptDatabase } from '../../../src/storage/kept-database.ts';
import type { Article } from '../../../src/stories/text/article.ts';

/** What stands in the tabs of the browser; `undefined` is a page that extensions may not read. */
export const tabs = new Map<
  number,
  { article: Article | null | undefined; incognito?: boolean; hangs?: boolean }
>();

/** The part of the extension API with which articles are read. */
export const keptBrowser = {
  tabs: {
    get: async (id: number) => {
      const tab = tabs.get(id);
      if (!tab) throw new Error(`No tab with id: ${id}`);
      return { id, title: `Tab ${id}`, discarded: false, incognito: tab.incognito ?? false };
    },
    query: async () => [...tabs.keys()].map((id) => ({ id })),
  },
  scripting: {
    executeScript: async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
      const { article, hangs } = tabs.get(target.tabId) ?? {};
      if (hangs) return new Promise<never>(() => undefined);
      if (article === undefined) throw new Error('Cannot access contents of the page.');
      return [{ result: files ? undefined : article }];
    },
  },
};

export async function clearKept(): Promise<void> {
  tabs.clear();
  const database = await openKeptDatabase();
  for (const store of ['articles', 'summaries', 'stories', 'compiled', 'names', 'undo'] as const)
    await database.clear(store);
}

export function makeArticle(title: string, text: string, more: Partial<Article> = {}): Article {
  const path = title.toLowerCase().replace(/\W+/g, '-');
  return {
    ...{ title, outlet: 'The Wend Herald', authors: [], date: '2020-06-10', language: 'en', text },
    address: `https://www.wendherald.example/${path}`,
    ...more,
  };
}
