import browser, { type Tabs } from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import type { ActivePage, Briefing, FrameReading } from '../contracts/active-page.ts';
import type { PageReading } from '../contracts/messages.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callTab } from '../messaging/call-tab.ts';
import { siteOf } from '../settings/site-rules.ts';
import { findObstacle } from './find-obstacle.ts';
import { joinFrames } from './frame-readings.ts';

/**
 * Reads the given tab, or the active one. Popup and side panel both show what this returns, so that they agree.
 * Rejects if the background does not answer.
 */
export async function readActivePage(probe: ProbePage, named?: number): Promise<ActivePage> {
  const tab = await findTab(named);
  const tabId = tab?.id;
  const address = tab?.url ?? '';
  const described = {
    ...{ tabId, address: address.replace(/#.*/, ''), site: siteOf(address) },
    isPrivate: tab?.incognito ?? false,
    ...{ obstacle: null, stoppedBy: null, briefing: null },
  };
  if (tab === undefined || tabId === undefined) return { ...described, obstacle: 'browser-page' };
  // A page that answers is being read, whatever its address: the welcome page is one of our own. But if the permission
  // was revoked meanwhile, no card can be loaded.
  const top = await readFrame(tabId, 0);
  const isOwn = address.startsWith(browser.runtime.getURL(''));
  if (top === undefined || !(isOwn || (await isPagePermitted(address)))) {
    const obstacle = await findObstacle(tab, tabId, probe);
    if (obstacle !== null) return { ...described, obstacle };
  }
  if (!top?.isRead) return { ...described, stoppedBy: top?.stoppedBy ?? null };
  return { ...described, briefing: await makeBriefing(tabId, top) };
}

async function findTab(named: number | undefined): Promise<Tabs.Tab | undefined> {
  if (named !== undefined) return browser.tabs.get(named).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** Undefined if nothing answers. */
async function readFrame(tabId: number, frameId: number): Promise<PageReading | undefined> {
  await callBackground('bringPage', { tabId, frameId }).catch(() => undefined);
  return callTab({ tabId, frameId }, 'readArticle').catch(() => undefined);
}

async function makeBriefing(tabId: number, top: PageReading): Promise<Briefing> {
  const others = (await callBackground('getFrames', { tabId })).filter((frameId) => frameId !== 0);
  const answers = await Promise.all(
    others.map(async (frameId) => ({ frameId, article: await readFrame(tabId, frameId) })),
  );
  const read = answers.flatMap(({ frameId, article }): FrameReading[] =>
    article?.isRead ? [{ frameId, article }] : [],
  );
  const { frames, reading } = joinFrames([{ frameId: 0, article: top }, ...read]);
  return { frames, reading, panelContents: await callBackground('getBriefings', reading) };
}
