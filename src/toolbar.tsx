import { callBackground } from './browser/call-background.ts';
import { describeTab } from './browser/describe-tab.ts';
import { prepareOpenPanel } from './browser/open-panel.ts';
import { revealInTab } from './browser/reveal-in-tab.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { showToolbar } from './ui/toolbar-view.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const place = document.getElementById('place');
if (place !== null) {
  // A pop-up that is opened as a tab sees itself as the active one: `?tab=ID` names the tab that is meant.
  const named = new URLSearchParams(location.search).get('tab');
  const tabId = named === null ? undefined : Number(named);
  const openPanel = prepareOpenPanel();
  showToolbar(place, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, closing.signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    describePage: () => describeTab(tabId),
    reveal: async (mention) => {
      await revealInTab(mention);
      if (named === null) window.close();
    },
    openBriefing: async () => {
      await openPanel();
      if (named === null) window.close();
    },
    openSettings: async () => {
      await callBackground('openOptions', {});
      if (named === null) window.close();
    },
  });
}
