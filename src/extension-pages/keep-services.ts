import browser from 'webextension-polyfill';
import { callBackground } from '../messaging/call-background.ts';
import { countKept, listStories, readKeptArticle } from '../storage/kept-store.ts';
import { watchKept } from '../storage/watch-kept.ts';
import type { ArticleCorrections } from '../stories/kept/kept-article.ts';
import { askForPersistence } from './ask-for-persistence.ts';

/** The calls about kept articles that popup and side panel make; the entry points add what differs between them. */
export const keepServices = {
  getKeptPage: (tabId: number) => callBackground('getKeptPage', { tabId }),
  keepPage: (tabId: number) => callBackground('keepPage', { tabId }),
  async keepWindow(tabId: number) {
    const { windowId } = await browser.tabs.get(tabId);
    if (windowId === undefined) throw new Error('The tab is in no window.');
    return callBackground('keepWindow', { windowId });
  },
  compareWithKept: (tabId: number) => callBackground('compareWithKept', { tabId }),
  readCorrections: async (id: string) => (await readKeptArticle(id))?.corrections ?? {},
  correctArticle: (id: string, corrections: ArticleCorrections) =>
    callBackground('correctArticle', { id, corrections }),
  listStories,
  async moveArticle(id: string, to: string | null, title?: string) {
    await callBackground('moveArticles', { ids: [id], to, ...(title !== undefined && { title }) });
  },
  undoKept: () => callBackground('undoKept'),
  async askForPersistence() {
    const { articles } = await countKept();
    return articles === 1 ? askForPersistence() : undefined;
  },
  watchKept,
};
