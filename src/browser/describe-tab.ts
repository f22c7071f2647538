import browser from 'webextension-polyfill';
import { callBackground } from './call-background.ts';
import { callTab } from './call-tab.ts';
import type { PageDescription } from './messages.ts';

/** A mention of one frame of a tab, and where to reach it. */
export interface TabMention {
  readonly tabId: number;
  readonly frameId: number;
  readonly entity: string;
  readonly title: string;
  readonly topicTitle: string;
  readonly color: string;
  readonly count: number;
}

/** What the page in a tab mentions, over all its frames. */
export interface TabDescription {
  /** The page's host; empty where it has none. */
  readonly site: string;
  /** `closed`: the browser lets no extension in. */
  readonly access: 'open' | 'closed';
  readonly mentions: readonly TabMention[];
}

/** Describes a tab, or the one in front of the reader. */
export async function describeTab(named?: number): Promise<TabDescription> {
  const tab = await findTab(named);
  const tabId = tab?.id;
  const site = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
  if (tabId === undefined || !(await isOpen(tabId))) return { site, access: 'closed', mentions: [] };
  const frames = await callBackground('getFrames', { tabId });
  const found = await Promise.all(frames.map((frameId) => describeFrame(tabId, frameId)));
  return { site, access: 'open', mentions: await withTitles(found.flat()) };
}

async function findTab(named: number | undefined) {
  if (named !== undefined) return browser.tabs.get(named).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** Whether an extension may enter the tab at all: the browser's own pages, its store and its viewers are closed. */
async function isOpen(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => undefined });
    return true;
  } catch {
    return false;
  }
}

interface FoundMention extends Omit<TabMention, 'title' | 'topicTitle' | 'color'> {
  readonly nameOnPage: string;
}

/** A frame that does not answer has nothing worth reading: its content script ends before it listens. */
async function describeFrame(tabId: number, frameId: number): Promise<FoundMention[]> {
  const page: PageDescription | undefined = await callTab({ tabId, frameId }, 'describePage').catch(
    () => undefined,
  );
  return (page?.mentions ?? [])
    .filter(({ painted }) => painted > 0)
    .map(({ entity, title, count }) => ({ tabId, frameId, entity, nameOnPage: title, count }));
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
