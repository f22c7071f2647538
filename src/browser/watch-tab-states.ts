import browser, { type Tabs } from 'webextension-polyfill';
import type { Settings } from '../settings/settings.ts';
import { concernsSettings } from '../settings/settings-keys.ts';
import { readStoredSettings } from './read-stored-settings.ts';
import { judgeTab, type TabState } from './tab-state.ts';

/** A tab as the listener is told of it. */
export interface WatchedTab {
  readonly id: number;
  readonly isInFront: boolean;
  /** It stands in a private window. */
  readonly isPrivate: boolean;
}

export interface TabStateListener {
  /** The settings hold for every tab from now on; each tab that is open is told of by itself as well. */
  onSettings(settings: Settings): Promise<void>;
  onTab(tab: WatchedTab, state: TabState, settings: Settings): Promise<void>;
}

/**
 * Tells what Sidelight can do in a tab whenever it comes to the front, goes to another page, or the reader changes something.
 * Listeners are registered at once, because one of these events may be what started the background.
 */
export function watchTabStates({ onSettings, onTab }: TabStateListener): void {
  const tellTab = async (
    { id, url, incognito }: Tabs.Tab,
    settings: Settings,
    frontId: number | undefined,
  ) => {
    if (id === undefined) return;
    const state = judgeTab(url, settings, ownOrigin());
    const tab = { id, isInFront: id === frontId, isPrivate: incognito };
    // A tab that is closed meanwhile has no button any more.
    await onTab(tab, state, settings).catch(() => undefined);
  };
  const tellTabs = async (settings: Settings) => {
    await onSettings(settings);
    const [tabs, front] = await Promise.all([browser.tabs.query({}), findFrontTab()]);
    await Promise.all(tabs.map((tab) => tellTab(tab, settings, front?.id)));
  };
  const { tellAll, tellChange } = takeTurns(tellTabs);
  const tellOne = async (tab: Tabs.Tab) => {
    const [settings, front] = await Promise.all([readStoredSettings(), findFrontTab()]);
    await tellTab(tab, settings, front?.id);
  };

  const onUpdated = (_tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    // Titles and sounds change, too, and some pages change them every second.
    if (change.status !== undefined) void tellOne(tab);
  };
  try {
    // Firefox spares us the rest by a filter, which Chromium refuses, and Firefox for Android does not know.
    browser.tabs.onUpdated.addListener(onUpdated, { properties: ['status'] });
  } catch {
    browser.tabs.onUpdated.addListener(onUpdated);
  }
  browser.tabs.onActivated.addListener(async ({ tabId }) => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab) await tellOne(tab);
  });
  // Not on every browser that runs extensions: Firefox for Android has no windows.
  browser.windows?.onFocusChanged.addListener(async (windowId) => {
    if (windowId === browser.windows.WINDOW_ID_NONE) return;
    const tab = await findFrontTab();
    if (tab) await tellOne(tab);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (concernsSettings(Object.keys(changes), area)) tellChange();
  });
  browser.permissions.onAdded.addListener(() => tellAll());
  browser.permissions.onRemoved.addListener(() => tellAll());
  browser.runtime.onStartup.addListener(() => tellAll());
  browser.runtime.onInstalled.addListener(() => tellAll());
}

/** One telling after the other: an older one that took longer would show what does not hold any more. */
function takeTurns(tell: (settings: Settings) => Promise<void>) {
  let last: Promise<void> = Promise.resolve();
  let told = '';

  function enqueue(isWorthTelling: (content: string) => boolean): void {
    last = last.then(async () => {
      const settings = await readStoredSettings();
      const content = JSON.stringify(settings);
      if (!isWorthTelling(content)) return;
      told = content;
      await tell(settings).catch(() => {
        told = '';
      });
    });
  }

  return {
    tellAll: () => enqueue(() => true),
    /** A change is heard of twice, when it is noted in the journal and when it is written: the second time nothing is new. */
    tellChange: () => enqueue((content) => content !== told),
  };
}

async function findFrontTab(): Promise<Tabs.Tab | undefined> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

function ownOrigin(): string {
  return browser.runtime.getURL('');
}
