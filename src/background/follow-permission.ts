import browser, { type Permissions, type Tabs } from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import { callTab } from '../messaging/call-tab.ts';
import { framesOf } from './badge.ts';
import { injectIntoOpenTabs } from './inject-scripts.ts';

/**
 * Follows what the reader lets Sidelight read. Pages that are open when it is given need not be loaded again; those that are open when
 * it is taken back are left: both browsers leave the content script in them, to whose marks no card could be brought.
 * Registered at once when the background starts.
 */
export function followPermission(): void {
  const concernsPages = ({ origins = [] }: Permissions.Permissions) => origins.length > 0;
  browser.permissions.onAdded.addListener((given) => {
    if (concernsPages(given)) void injectIntoOpenTabs();
  });
  browser.permissions.onRemoved.addListener(async (taken) => {
    if (!concernsPages(taken)) return;
    const tabs = await browser.tabs.query({});
    await Promise.all(tabs.map(leaveIfForbidden));
  });
}

async function leaveIfForbidden({ id: tabId, url }: Tabs.Tab): Promise<void> {
  // The browsers tell no address of a page that is forbidden. Chromium lets no script try it either: it waits for the reader's click.
  if (tabId === undefined || (url !== undefined && (await isPagePermitted(url)))) return;
  for (const frameId of await framesOf(tabId)) {
    // Nobody answers where no content script ever was.
    await callTab({ tabId, frameId }, 'leavePage').catch(() => undefined);
  }
}
