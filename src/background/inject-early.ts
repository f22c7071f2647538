import browser from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import { watchTabStatus } from '../browser-api/watch-tab-status.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { startInWaitingFrames } from './inject-scripts.ts';

/** When a loading page is checked, counted from its start. Most pages have long been read by the first check. */
const checkDelaysMs = [1_500, 3_000, 6_000];

/**
 * Starts the content script in pages that are readable but still loading, because one of their scripts hangs:
 * the browser injects it only once the whole document is there. Costs nothing on pages that load in time.
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

/** Rejects if extensions may not enter the page, and if the tab has gone. */
async function checkTab(tabId: number, probe: ProbePage): Promise<void> {
  // Without permission Chromium would show the reader that a script is waiting for it.
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || !(await isPagePermitted(url))) return;
  await startInWaitingFrames(tabId, probe);
}
