import browser, { type Tabs } from 'webextension-polyfill';
import { watchTabStatus } from '../browser-api/watch-tab-status.ts';
import type { Settings } from '../settings/settings.ts';
import { concernsSettings } from '../settings/settings-keys.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import { getTabState, type TabState } from './tab-state.ts';

/** A tab as reported to the listener. */
export interface WatchedTab {
  readonly id: number;
  readonly isActive: boolean;
  /** It is in a private window. */
  readonly isPrivate: boolean;
}

export interface TabStateListener {
  /** The settings now apply to every tab; `onTab` reports each open tab as well. */
  onSettings(settings: Settings): Promise<void>;
  onTab(tab: WatchedTab, state: TabState, settings: Settings): Promise<void>;
  /**
   * A setting has changed, and this tab is open.
   * @param before the last settings reported for every tab; undefined if none were since the browser's start
   */
  onChange(tab: Tabs.Tab, settings: Settings, before: Settings | undefined): Promise<void>;
}

/**
 * Reports what Sidelight can do in a tab whenever the tab is activated or navigates, or a setting changes.
 * Registers its listeners at once, because one of these events may have started the background.
 */
export function watchTabStates({ onSettings, onTab, onChange }: TabStateListener): void {
  const notifyTab = async (
    { id, url, incognito }: Tabs.Tab,
    settings: Settings,
    activeId: number | undefined,
  ) => {
    if (id === undefined) return;
    const state = getTabState(url, settings, ownOrigin());
    const tab = { id, isActive: id === activeId, isPrivate: incognito };
    // A tab closed in the meantime has no button.
    await onTab(tab, state, settings).catch(() => undefined);
  };
  const notifyTabs = async (settings: Settings, change?: TabChange) => {
    await onSettings(settings);
    const [tabs, active] = await Promise.all([browser.tabs.query({}), findActiveTab()]);
    await Promise.all(
      tabs.map(async (tab) => {
        if (change) await onChange(tab, settings, change.before).catch(() => undefined);
        await notifyTab(tab, settings, active?.id);
      }),
    );
  };
  const { notifyAll, notifyOfChange } = serializeNotifications(notifyTabs);
  const notifyOneTab = async (tab: Tabs.Tab) => {
    const [settings, active] = await Promise.all([readStoredSettings(), findActiveTab()]);
    await notifyTab(tab, settings, active?.id);
  };

  watchTabStatus((tab) => void notifyOneTab(tab));
  browser.tabs.onActivated.addListener(async ({ tabId }) => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab) await notifyOneTab(tab);
  });
  // Firefox for Android has no windows.
  browser.windows?.onFocusChanged.addListener(async (windowId) => {
    if (windowId === browser.windows.WINDOW_ID_NONE) return;
    const tab = await findActiveTab();
    if (tab) await notifyOneTab(tab);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (concernsSettings(Object.keys(changes), area)) notifyOfChange();
  });
  browser.permissions.onAdded.addListener(() => notifyAll());
  browser.permissions.onRemoved.addListener(() => notifyAll());
  browser.runtime.onStartup.addListener(() => notifyAll());
  browser.runtime.onInstalled.addListener(() => notifyAll());
}

interface TabChange {
  readonly before: Settings | undefined;
}

/**
 * In storage.session: the settings last reported for every tab, because the background may have been
 * suspended since. As JSON, because Chromium returns an object's fields in another order.
 */
const notifiedKey = 'told-settings';

/** One report after the other: an earlier one that took longer would show outdated settings. */
function serializeNotifications(notify: (settings: Settings, change?: TabChange) => Promise<void>) {
  const store = browser.storage.session;
  let last: Promise<void> = Promise.resolve();

  async function notifyNow(occasion: 'start' | 'change' | 'all'): Promise<void> {
    // Only this file writes it.
    const notified = (await store.get(notifiedKey))[notifiedKey] as string | undefined;
    const settings = await readStoredSettings();
    const described = JSON.stringify(settings);
    const isNew = notified !== described;
    // A change fires twice, when it is recorded in the journal and when it is written; the second time
    // nothing is new.
    if (occasion !== 'all' && !isNew) return;
    if (occasion === 'start' && notified === undefined) return;
    const before = notified === undefined ? undefined : (JSON.parse(notified) as Settings);
    await notify(settings, occasion === 'all' ? undefined : { before });
    if (isNew) await store.set({ [notifiedKey]: described });
  }

  function enqueue(occasion: 'start' | 'change' | 'all'): void {
    last = last.then(() => notifyNow(occasion)).catch(() => undefined);
  }

  // A background that was stopped during a report has not reached every tab.
  enqueue('start');
  return { notifyAll: () => enqueue('all'), notifyOfChange: () => enqueue('change') };
}

async function findActiveTab(): Promise<Tabs.Tab | undefined> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

function ownOrigin(): string {
  return browser.runtime.getURL('');
}
