import browser, { type Permissions, type Tabs } from 'webextension-polyfill';
import { isPagePermitted } from '../browser-api/tab-access.ts';
import { callTab } from '../messaging/call-tab.ts';
import { framesOf } from './badge.ts';
import { injectIntoOpenTabs } from './inject-scripts.ts';

/**
 * Follows the permission to read pages. Pages that are open when it is granted need no reload. Open pages are
 * left when it is revoked: both browsers keep the content script running in them, but no card could be loaded
 * for its marks. Register it at once when the background starts.
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
  // Browsers hide the address of a page without permission. Do not test it with a script: Chromium would hold
  // that until the reader clicks.
  if (tabId === undefined || (url !== undefined && (await isPagePermitted(url)))) return;
  for (const frameId of await framesOf(tabId)) {
    // No answer from tabs without a content script.
    await callTab({ tabId, frameId }, 'leavePage').catch(() => undefined);
  }
}
