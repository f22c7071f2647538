import browser from 'webextension-polyfill';
import { callBackground } from '../messaging/call-background.ts';
import { listStories, readKeptArticle } from '../storage/kept-store.ts';
import { watchKept } from '../storage/watch-kept.ts';
import type { ArticleCorrections } from '../stories/kept/kept-article.ts';
import { askForPersistenceOnce } from './ask-for-persistence.ts';

/** The calls about kept articles that popup and side panel make; the entry points add what differs between them. */
export const keepServices = {
  getKeptPage: (tabId: number) => callBackground('getKeptPage', { tabId }),
  keepPage: (tabId: number) => callBackground('keepPage', { tabId }),
  async keepWindow(tabId: number) {
    const { windowId } = await browser.tabs.get(tabId);
    if (windowId === undefined) throw new Error('The tab is in no window.');
    const outcomes = await callBackground('keepWindow', { windowId });
    // Not awaited: Firefox asks the reader, who may never answer.
    if (outcomes.some(({ obstacle }) => obstacle === null)) void askForPersistenceOnce();
    return outcomes;
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
  askForPersistence: askForPersistenceOnce,
  watchKept,
};
