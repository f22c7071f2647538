import browser, { type Tabs } from 'webextension-polyfill';
import { findClosedPage } from '../browser-api/page-access.ts';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import type { PageObstacle } from '../contracts/active-page.ts';
import type { ProbePage } from '../contracts/page-probe.ts';

/** Null if the content script is in the tab: it does not answer if nothing is worth reading. */
export async function findObstacle(
  tab: Tabs.Tab,
  tabId: number,
  probe: ProbePage,
): Promise<PageObstacle | null> {
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
function nameRefusal(address: string): PageObstacle {
  const { protocol, pathname } = new URL(address);
  if (/\.pdf$/i.test(pathname)) return 'viewer';
  if (protocol === 'file:') return 'files';
  return protocol === 'http:' || protocol === 'https:' ? 'restricted' : 'browser-page';
}
