import browser from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import { watchTabStatus } from '../browser-api/watch-tab-status.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { startInWaitingFrames } from './inject-scripts.ts';

/** How long after the beginning of a page it is looked at. By the first time most pages have long been read. */
const checkDelaysMs = [1_500, 3_000, 6_000];

/**
 * Starts the content script in pages that can be read and are not done loading, because a script of theirs hangs: the browser
 * itself brings it only when the whole document has come. Pages that load in time pay nothing for it.
 */
export function injectEarly(probe: ProbePage): void {
  const timers = new Map<number, ReturnType<typeof setTimeout>[]>();
  const forget = (tabId: number) => {
    for (const timer of timers.get(tabId) ?? []) clearTimeout(timer);
    timers.delete(tabId);
  };
  watchTabStatus(({ id }, status) => {
    if (id === undefined) return;
    forget(id);
    if (status !== 'loading') return;
    const check = () => void checkTab(id, probe).catch(() => undefined);
    timers.set(
      id,
      checkDelaysMs.map((afterMs) => setTimeout(check, afterMs)),
    );
  });
  browser.tabs.onRemoved.addListener(forget);
}

/** Rejects where no extension may enter, and where the tab is gone. */
async function checkTab(tabId: number, probe: ProbePage): Promise<void> {
  // Where the permission is missing Chromium shows the reader that a script waits for it.
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || !(await isPagePermitted(url))) return;
  await startInWaitingFrames(tabId, probe);
}
