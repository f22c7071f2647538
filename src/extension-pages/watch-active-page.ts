import browser from 'webextension-polyfill';
import type { ActivePage } from '../contracts/active-page.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callTab } from '../messaging/call-tab.ts';
import { findDisabledReason } from '../settings/page-settings.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import { createRefresh } from './create-refresh.ts';
import { describeTab } from './describe-tab.ts';

/** Longer than the popup's delay: a briefing reads the whole page. */
const settleMs = 250;

/**
 * Calls back with the active tab's page, now and whenever another tab becomes active or the page changes. `named`
 * replaces the active tab if the panel itself is opened as a tab.
 */
export function watchActivePage(
  probe: ProbePage,
  named: number | undefined,
  onPage: (page: ActivePage) => void,
  signal: AbortSignal,
): void {
  // Another tab may become active while one is read: only the latest refresh counts.
  const onProblem = () => onPage({ access: 'unreachable' });
  const refreshSoon = createRefresh(
    { read: () => readActivePage(probe, named), onSeen: onPage, onProblem, settleMs },
    signal,
  );
  const onMessage = (): undefined => {
    // Every page's `reportCount` message arrives here, too; the background answers it.
    refreshSoon();
  };
  browser.tabs.onActivated.addListener(refreshSoon);
  browser.tabs.onUpdated.addListener(refreshSoon);
  browser.runtime.onMessage.addListener(onMessage);
  browser.permissions.onAdded.addListener(refreshSoon);
  browser.permissions.onRemoved.addListener(refreshSoon);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(refreshSoon);
    browser.tabs.onUpdated.removeListener(refreshSoon);
    browser.runtime.onMessage.removeListener(onMessage);
    browser.permissions.onAdded.removeListener(refreshSoon);
    browser.permissions.onRemoved.removeListener(refreshSoon);
  });
}

async function readActivePage(probe: ProbePage, named: number | undefined): Promise<ActivePage> {
  const tabId = named ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tabId === undefined) return { access: 'closed', obstacle: 'browser-page' };
  const { obstacle, site } = await describeTab(probe, tabId);
  if (obstacle !== null) return { access: 'closed', obstacle };
  if (findDisabledReason(await readStoredSettings(), { own: site, page: site }) !== null)
    return { access: 'stopped' };
  const { frameId, reading } = await readLongestFrame(tabId);
  return {
    access: 'open',
    tabId,
    frameId,
    reading,
    panelContents: await callBackground('getBriefings', reading),
  };
}

/** The frame whose article has the most blocks. A page without findings gives an empty reading. */
async function readLongestFrame(tabId: number): Promise<{ frameId: number; reading: AnnotatedArticle }> {
  const frames = await callBackground('getFrames', { tabId });
  const readings = await Promise.all(
    frames.map(async (frameId) => ({
      frameId,
      reading: await callTab({ tabId, frameId }, 'readArticle').catch(() => undefined),
    })),
  );
  let longest: { frameId: number; reading: AnnotatedArticle } | undefined;
  for (const { frameId, reading } of readings) {
    if (reading && reading.blocks.length >= (longest?.reading.blocks.length ?? 0))
      longest = { frameId, reading };
  }
  if (longest) return longest;
  const { title = '', url = '' } = await browser.tabs.get(tabId);
  return { frameId: 0, reading: { title, address: url, date: null, blocks: [] } };
}
