import browser from 'webextension-polyfill';
import type { KeepOutcome, KeptCalls } from '../../contracts/kept-calls.ts';
import type { BackgroundHandlers } from '../../messaging/handle-background-calls.ts';
import { type ChangedKept, undoKeptChange } from '../../storage/kept-change.ts';
import { findKeptSummary } from '../../storage/kept-store.ts';
import { announceKept } from '../../storage/watch-kept.ts';
import { boundArticle } from '../../stories/kept/bound-article.ts';
import * as changes from './change-stories.ts';
import { comparePage, forgetCompared } from './compare-page.ts';
import { findKeptKey } from './describe-kept.ts';
import { keepArticle } from './keep-article.ts';
import { keepFromOutside, type SayOutcome } from './keep-from-outside.ts';
import { forgetSample } from './propose-stories.ts';
import { type ArticleReader, readTabArticle } from './read-tab-article.ts';

interface ServedKept {
  /** Switches a story on or off. Rejects if it is not kept any more. */
  readonly switchStory: (id: string, isOn: boolean) => Promise<void>;
  readonly calls: Pick<BackgroundHandlers, keyof KeptCalls>;
  /** Keeps the article in a tab and shows the outcome, for the context menu and the keyboard. */
  readonly keepFromOutside: (tabId: number) => Promise<void>;
}

/**
 * Answers the calls about what the reader keeps. Changes are made one after the other.
 * @param onStoryChanged called after each change, with the ids of the stories that have changed, appeared or gone
 */
export function serveKept(
  reader: ArticleReader,
  say: SayOutcome,
  onStoryChanged: (stories: readonly string[]) => void,
): ServedKept {
  let last: Promise<unknown> = Promise.resolve();
  const windows = new Map<number, Promise<KeepOutcome[]>>();

  /** So that of two articles on one event, kept at once, the second finds the first one's story. */
  function change<Result>(work: () => Promise<ChangedKept<Result>>): Promise<Result> {
    const changed = last.then(work).then(({ result, stories }) => {
      notify(stories);
      return result;
    });
    last = changed.catch(() => undefined);
    return changed;
  }

  function notify(stories: readonly string[]): void {
    forgetSample();
    forgetCompared();
    // Also what changed nothing: whoever asked for it expects to hear of it.
    announceKept(stories);
    if (stories.length > 0) onStoryChanged(stories);
  }

  async function keepTab(tabId: number): Promise<KeepOutcome> {
    const reading = await readTabArticle(tabId, reader);
    if (reading.obstacle !== null) return reading;
    return change(() => keepArticle(reading.article, 'page'));
  }

  async function keepTabs(windowId: number): Promise<KeepOutcome[]> {
    const outcomes: KeepOutcome[] = [];
    for (const { id } of await browser.tabs.query({ windowId }))
      if (id !== undefined) outcomes.push(await keepTab(id));
    return outcomes;
  }

  const calls: ServedKept['calls'] = {
    async getKeptPage(_caller, { tabId }) {
      const reading = await readTabArticle(tabId, reader);
      if (reading.obstacle !== null) return { obstacle: reading.obstacle, kept: null };
      const article = boundArticle(reading.article);
      return { obstacle: null, kept: (await findKeptSummary(await findKeptKey(article), article)) ?? null };
    },
    keepPage: (_caller, { tabId }) => keepTab(tabId),
    // A window takes longer than callers wait before they ask again: both get one answer.
    keepWindow(_caller, { windowId }) {
      const running = windows.get(windowId) ?? keepTabs(windowId).finally(() => windows.delete(windowId));
      windows.set(windowId, running);
      return running;
    },
    compareWithKept: (_caller, { tabId }) => comparePage(tabId, reader),
    async keepText({ place }, { article, kind, story }) {
      // In Firefox the library may be open in a private window.
      if (await isPrivate(place.tabId)) return { obstacle: 'private', title: article.title };
      return change(() => keepArticle(article, kind, story));
    },
    correctArticle: (_caller, { id, corrections }) => change(() => changes.correctArticle(id, corrections)),
    noteArticle: (_caller, { id, note }) => change(() => changes.noteArticle(id, note)),
    moveArticles: (_caller, { ids, to, title }) => change(() => changes.moveArticles(ids, to, title)),
    removeArticles: (_caller, { ids }) => change(() => changes.removeArticles(ids)),
    changeStory: (_caller, { id, change: wanted }) => change(() => changes.changeStory(id, wanted)),
    mergeStories: (_caller, { from, into }) => change(() => changes.mergeStories(from, into)),
    removeStory: (_caller, { id }) => change(() => changes.removeStory(id)),
    undoKept: () => change(async () => ({ result: undefined, stories: await undoKeptChange() })),
    announceStories: async (_caller, { stories }) => notify(stories),
  };
  const switchStory = (id: string, isOn: boolean) => change(() => changes.changeStory(id, { isOn }));
  return { calls, switchStory, keepFromOutside: keepFromOutside(keepTab, say) };
}

async function isPrivate(tabId: number): Promise<boolean> {
  const tab = tabId < 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.incognito ?? false;
}
