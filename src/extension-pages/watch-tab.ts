import browser from 'webextension-polyfill';
import type { ProbePage } from '../contracts/page-probe.ts';
import type { ToolbarPage } from '../contracts/toolbar-page.ts';
import { createRefresh } from './create-refresh.ts';
import { describeTab } from './describe-tab.ts';

/** Short: the reader has just opened the popup. */
const settleMs = 150;

/**
 * Calls back with what a tab mentions, now and after each change, until `signal` aborts. `named` replaces the active
 * tab if the popup itself is opened as a tab.
 */
export function watchTab(
  probe: ProbePage,
  named: number | undefined,
  onPage: (page: ToolbarPage) => void,
  onProblem: (problem: unknown) => void,
  signal: AbortSignal,
): void {
  const refreshSoon = createRefresh(
    { read: () => describeTab(probe, named), onSeen: onPage, onProblem, settleMs },
    signal,
  );
  const onUpdated = (_tabId: number, { status }: { readonly status?: string }) => {
    if (status !== undefined) refreshSoon();
  };
  const onMessage = (message: unknown): undefined => {
    // The `reportCount` messages of pages arrive here, too; the background answers them.
    if ((message as { call?: unknown } | null)?.call === 'reportCount') refreshSoon();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  browser.permissions.onAdded.addListener(refreshSoon);
  browser.permissions.onRemoved.addListener(refreshSoon);
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
    browser.permissions.onAdded.removeListener(refreshSoon);
    browser.permissions.onRemoved.removeListener(refreshSoon);
  });
}
