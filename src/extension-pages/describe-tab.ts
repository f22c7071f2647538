import browser, { type Tabs } from 'webextension-polyfill';
import { type ClosedPage, findClosedPage } from '../browser-api/page-access.ts';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import type { PageDescription } from '../contracts/messages.ts';
import type { ProbePage } from '../contracts/page-probe.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callTab } from '../messaging/call-tab.ts';
import { siteOf } from '../settings/site-rules.ts';

/** A mention in one frame of a tab, and where to reach it. */
export interface TabMention {
  readonly tabId: number;
  readonly frameId: number;
  readonly entity: string;
  readonly title: string;
  readonly topicTitle: string;
  readonly color: string;
  readonly count: number;
}

/** A known statement that one frame of a tab prints, and where to reach it. */
export interface TabQuoteMatch {
  readonly tabId: number;
  readonly frameId: number;
  readonly statement: string;
  /** As printed at its first place on the page. */
  readonly text: string;
  readonly kind: string;
  readonly count: number;
}

/**
 * What keeps Sidelight out of a tab. Besides what the address shows: the PDF viewer, files that Chromium shows to no
 * extension without the reader's permission, a site that Sidelight has no permission to read, a tab that the script has
 * not reached.
 */
export type TabObstacle = ClosedPage | 'viewer' | 'files' | 'permission' | 'not-reached';

/** What the page in a tab mentions, in all its frames. */
export interface TabDescription {
  readonly tabId: number | undefined;
  /** The page's site (`siteOf`); empty if it has none. */
  readonly site: string;
  readonly obstacle: TabObstacle | null;
  /** It is in a private window. */
  readonly isPrivate: boolean;
  /** By the reader's list of sites. */
  readonly isSiteOff: boolean;
  readonly mentions: readonly TabMention[];
  readonly traces: readonly TabQuoteMatch[];
}

/** Describes the given tab, or the active one. */
export async function describeTab(probe: ProbePage, named?: number): Promise<TabDescription> {
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
async function findObstacle(tab: Tabs.Tab, tabId: number, probe: ProbePage): Promise<TabObstacle | null> {
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
function nameRefusal(address: string): TabObstacle {
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

interface FoundMention extends Omit<TabMention, 'title' | 'topicTitle' | 'color'> {
  readonly nameOnPage: string;
}

function listMentions(tabId: number, frameId: number, page: PageDescription | undefined): FoundMention[] {
  return (page?.mentions ?? [])
    .filter(({ painted }) => painted > 0)
    .map(({ entity, title, count }) => ({ tabId, frameId, entity, nameOnPage: title, count }));
}

/** Each statement once, in the order of its first place. */
function listQuoteMatches(
  tabId: number,
  frameId: number,
  page: PageDescription | undefined,
): TabQuoteMatch[] {
  const traces = new Map<string, TabQuoteMatch>();
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

async function withTitles(found: readonly FoundMention[]): Promise<TabMention[]> {
  if (found.length === 0) return [];
  const known = await callBackground('getEntities', { refs: found.map(({ entity }) => entity) });
  const byRef = new Map(known.map((entity) => [entity.ref, entity]));
  return found.map(({ nameOnPage, ...mention }) => {
    const { title, topicTitle, color } = byRef.get(mention.entity) ?? {};
    return { ...mention, title: title ?? nameOnPage, topicTitle: topicTitle ?? '', color: color ?? '' };
  });
}
