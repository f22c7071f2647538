import browser from 'webextension-polyfill';
import { FailureError } from '../settings/failure.ts';

/** What the polyfill's types do not know: Chromium's side panel. */
interface SidePanelScope {
  readonly chrome?: {
    readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  };
}

/**
 * Prepares the opening of the side panel (Chrome) or the sidebar (Firefox) in the current window. Both want it
 * straight from a click, and Firefox forgets the click at the first `await`: so the window is asked for beforehand.
 * Firefox for Android has neither: there the panel is a tab.
 *
 * @returns what to call, at once, in the click's handler
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

/** Where the panel is a tab, the page that it has done something to lies behind it. */
export async function showPageOfPanel(tabId: number): Promise<void> {
  if (browser.windows === undefined) await browser.tabs.update(tabId, { active: true });
}
