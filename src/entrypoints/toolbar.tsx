import { callBackground } from './browser/call-background.ts';
import { callTab } from './browser/call-tab.ts';
import { openFileAccess, reloadTab, requestReading } from './browser/mend-tab.ts';
import { openLibrary } from './browser/open-library.ts';
import { prepareOpenPanel } from './browser/open-panel.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { watchTab } from './browser/watch-tab.ts';
import { probePage } from './page/probe-page.ts';
import { showToolbar } from './ui/toolbar-view.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const place = document.getElementById('place');
if (place !== null) {
  // A pop-up that is opened as a tab sees itself as the active one: `?tab=ID` names the tab that is meant.
  const named = new URLSearchParams(location.search).get('tab');
  const openPanel = prepareOpenPanel();
  /** Whatever leads out of the pop-up closes it. */
  const leave = async (work: Promise<unknown>) => {
    await work;
    if (named === null) window.close();
  };
  showToolbar(place, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, closing.signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    watchPage: (onPage, onProblem) =>
      watchTab(probePage, named === null ? undefined : Number(named), onPage, onProblem, closing.signal),
    revealMention: (mention) =>
      leave(callTab(mention, 'revealMention', { entity: mention.entity, index: 0 })),
    revealTrace: (trace) =>
      leave(callTab(trace, 'revealStatement', { statement: trace.statement, index: 0 })),
    async readCardChange(tabId) {
      const change = await callBackground('getCardChange', { tabId });
      if (change?.kind !== 'entity') return change && { kind: 'exception', name: change.exception.name };
      const [entity] = await callBackground('getEntities', { refs: [change.entity] });
      return { kind: 'entity', name: entity?.title ?? change.entity };
    },
    undoCardChange: (tabId) => callBackground('undoCardChange', { tabId }),
    requestReading,
    reloadTab,
    openFileAccess: () => leave(openFileAccess()),
    openBriefing: () => leave(openPanel()),
    openLibrary: () => leave(openLibrary()),
    openSettings: () => leave(callBackground('openOptions', {})),
  });
}
