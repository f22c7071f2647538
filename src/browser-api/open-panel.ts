import browser from 'webextension-polyfill';
import { FailureError } from '../settings/failure.ts';

/** Chromium's side panel, which is missing from the polyfill's types. */
interface SidePanelScope {
  readonly chrome?: {
    readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  };
}

/**
 * Prepares to open the side panel (Chrome) or the sidebar (Firefox) in the current window. Both must open
 * directly in a click handler, and Firefox loses the user activation at the first `await`: so the window is
 * queried beforehand. Firefox for Android has neither: there the panel is a tab.
 *
 * @returns a function to call first in the click handler
 */
export function prepareOpenPanel(): () => Promise<void> {
  const { sidePanel } = (globalThis as SidePanelScope).chrome ?? {};
  if (sidePanel === undefined) return () => browser.sidebarAction?.open() ?? openAsTab();
  const currentWindow = browser.windows.getCurrent();
  return async () => {
    const { id } = await currentWindow;
    if (id === undefined) throw new FailureError({ code: 'noPanel', values: {} });
    await sidePanel.open({ windowId: id });
  };
}

async function openAsTab(): Promise<void> {
  const [activeTab] = await browser.tabs.query({ active: true, currentWindow: true });
  await browser.tabs.create({
    url: browser.runtime.getURL(`src/entrypoints/panel.html?tab=${activeTab?.id ?? ''}`),
  });
}

/** If the panel is a tab, the page on which it acts is behind it: activate that. */
export async function showPageOfPanel(tabId: number): Promise<void> {
  if (browser.windows === undefined) await browser.tabs.update(tabId, { active: true });
}
