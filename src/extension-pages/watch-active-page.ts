import browser, { type Runtime } from 'webextension-polyfill';
import type { ActivePage } from '../contracts/active-page.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { watchPacks } from '../storage/watch-packs.ts';
import { createRefresh } from './create-refresh.ts';
import { readActivePage } from './read-active-page.ts';

/** A page that is still being read reports repeatedly. */
const settleMs = 200;
/** A page that is busy, or not shown yet, does not say when it has been read. */
const unreadMs = 1_000;

/** What a page sends when marks or text have changed. These messages arrive here, too; the background answers them. */
const reports = ['reportCount', 'sendText'];

/**
 * Calls back with the active tab's page, now and whenever another tab becomes active, the page changes, or settings or
 * packs do. `named` replaces the active tab if the surface itself is opened as a tab.
 * @param onProblem the background does not answer
 */
export function watchActivePage(
  probe: ProbePage,
  named: number | undefined,
  onPage: (page: ActivePage) => void,
  onProblem: (problem: unknown) => void,
  signal: AbortSignal,
): void {
  let shownTab = named;
  let again: ReturnType<typeof setTimeout> | undefined;
  const onSeen = (page: ActivePage) => {
    shownTab = page.tabId;
    onPage(page);
    const isUnread = page.briefing === null && page.obstacle === null && page.stoppedBy === null;
    clearTimeout(again);
    if (isUnread) again = setTimeout(refreshSoon, unreadMs);
  };
  const refreshSoon = createRefresh(
    { read: () => readActivePage(probe, named), onSeen, onProblem, settleMs },
    signal,
  );
  const onUpdated = (tabId: number) => {
    if (tabId === shownTab) refreshSoon();
  };
  const onMessage = (message: unknown, { tab }: Runtime.MessageSender): undefined => {
    const { call } = (message ?? {}) as { readonly call?: unknown };
    const isShown = shownTab === undefined || tab?.id === shownTab;
    if (isShown && reports.some((report) => report === call)) refreshSoon();
  };
  browser.tabs.onActivated.addListener(refreshSoon);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  browser.permissions.onAdded.addListener(refreshSoon);
  browser.permissions.onRemoved.addListener(refreshSoon);
  watchStoredSettings(refreshSoon, signal);
  watchPacks(refreshSoon, signal);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(refreshSoon);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
    browser.permissions.onAdded.removeListener(refreshSoon);
    browser.permissions.onRemoved.removeListener(refreshSoon);
  });
}
