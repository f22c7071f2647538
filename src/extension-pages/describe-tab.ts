import browser, { type Tabs } from 'webextension-polyfill';
import { findClosedPage } from '../browser-api/page-access.ts';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import type { PageDescription } from '../contracts/messages.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import type {
  ToolbarMention,
  ToolbarObstacle,
  ToolbarPage,
  ToolbarQuoteMatch,
} from '../contracts/toolbar-page.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callTab } from '../messaging/call-tab.ts';
import { siteOf } from '../settings/site-rules.ts';

/** Describes the given tab, or the active one. */
export async function describeTab(probe: ProbePage, named?: number): Promise<ToolbarPage> {
  const tab = await findTab(named);
  const tabId = tab?.id;
  const address = tab?.url ?? '';
  const isPrivate = tab?.incognito ?? false;
  const described = {
    ...{ tabId, site: siteOf(address), obstacle: null, isPrivate },
    ...{ isSiteOff: false, mentions: [], traces: [] },
  };
  if (tab === undefined || tabId === undefined) return { ...described, obstacle: 'browser-page' };
  // A page that answers is being read, whatever its address: the welcome page is one of our own. But if the permission
  // was revoked meanwhile, no card can be loaded.
  const top = await describeFrame(tabId, 0);
  const isOwn = address.startsWith(browser.runtime.getURL(''));
  if (top === undefined || !(isOwn || (await isPagePermitted(address)))) {
    const obstacle = await findObstacle(tab, tabId, probe);
    if (obstacle !== null) return { ...described, obstacle };
  }
  const frames = (await callBackground('getFrames', { tabId })).filter((frameId) => frameId !== 0);
  const pages = [
    { frameId: 0, page: top },
    ...(await Promise.all(
      frames.map(async (frameId) => ({ frameId, page: await describeFrame(tabId, frameId) })),
    )),
  ];
  return {
    ...described,
    isSiteOff: top?.stoppedBy === 'site',
    mentions: await withTitles(pages.flatMap(({ frameId, page }) => listMentions(tabId, frameId, page))),
    traces: pages.flatMap(({ frameId, page }) => listQuoteMatches(tabId, frameId, page)),
  };
}

async function findTab(named: number | undefined): Promise<Tabs.Tab | undefined> {
  if (named !== undefined) return browser.tabs.get(named).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** Null if the content script is in the tab: it does not answer if nothing is worth reading. */
async function findObstacle(tab: Tabs.Tab, tabId: number, probe: ProbePage): Promise<ToolbarObstacle | null> {
  const address = tab.url ?? '';
  const closed = address === '' ? null : findClosedPage(address, browser.runtime.getURL(''));
  if (closed !== null) return closed;
  if (!(await isPagePermitted(address))) return 'permission';
  // Browsers reveal the address of every page that Sidelight may read.
  if (address === '') return 'browser-page';
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: probe });
    const found = answer?.result as ReturnType<ProbePage> | undefined;
    if (found?.isReached) return null;
    return found?.contentType === 'application/pdf' ? 'viewer' : 'not-reached';
  } catch {
    return nameRefusal(address);
  }
}

/** The browser allowed no script although the permission is granted. */
function nameRefusal(address: string): ToolbarObstacle {
  const { protocol, pathname } = new URL(address);
  if (/\.pdf$/i.test(pathname)) return 'viewer';
  if (protocol === 'file:') return 'files';
  return protocol === 'http:' || protocol === 'https:' ? 'restricted' : 'browser-page';
}

/** Undefined if nothing answers. */
async function describeFrame(tabId: number, frameId: number): Promise<PageDescription | undefined> {
  await callBackground('bringPage', { tabId, frameId }).catch(() => undefined);
  return callTab({ tabId, frameId }, 'describePage').catch(() => undefined);
}

interface UntitledMention extends Omit<ToolbarMention, 'title' | 'topicTitle' | 'color'> {
  readonly nameOnPage: string;
}

function listMentions(tabId: number, frameId: number, page: PageDescription | undefined): UntitledMention[] {
  return (page?.mentions ?? [])
    .filter(({ isListed }) => isListed)
    .map(({ entity, title, count }) => ({ tabId, frameId, entity, nameOnPage: title, count }));
}

/** Each statement once, in the order of its first place. */
function listQuoteMatches(
  tabId: number,
  frameId: number,
  page: PageDescription | undefined,
): ToolbarQuoteMatch[] {
  const traces = new Map<string, ToolbarQuoteMatch>();
  for (const { statement, text, kind } of page?.traces ?? []) {
    const known = traces.get(statement);
    traces.set(
      statement,
      known
        ? { ...known, count: known.count + 1 }
        : { tabId, frameId, statement, text: text.slice(0, 300), kind, count: 1 },
    );
  }
  return [...traces.values()];
}

async function withTitles(found: readonly UntitledMention[]): Promise<ToolbarMention[]> {
  if (found.length === 0) return [];
  const known = await callBackground('getEntities', { refs: found.map(({ entity }) => entity) });
  const byRef = new Map(known.map((entity) => [entity.ref, entity]));
  return found.map(({ nameOnPage, ...mention }) => {
    const { title, topicTitle, color } = byRef.get(mention.entity) ?? {};
    return { ...mention, title: title ?? nameOnPage, topicTitle: topicTitle ?? '', color: color ?? '' };
  });
}
