import { openLibrary } from '../browser-api/open-library.ts';
import { prepareOpenPanel } from '../browser-api/open-panel.ts';
import { openFileAccess, reloadTab, requestReading } from '../browser-api/tab-access.ts';
import { watchTab } from '../extension-pages/watch-tab.ts';
import { callBackground } from '../messaging/call-background.ts';
import { callTab } from '../messaging/call-tab.ts';
import { probePage } from '../page/probe-page.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { showToolbar } from '../ui/popup/toolbar-view.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const root = document.getElementById('root');
if (root !== null) {
  // A popup opened as a tab would see itself as the active tab: `?tab=ID` names the tab to use.
  const named = new URLSearchParams(location.search).get('tab');
  const openPanel = prepareOpenPanel();
  /** Closes the popup after any action that leads out of it. */
  const leave = async (work: Promise<unknown>) => {
    await work;
    if (named === null) window.close();
  };
  showToolbar(root, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, closing.signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    watchPage: (onPage, onProblem) =>
      watchTab(probePage, named === null ? undefined : Number(named), onPage, onProblem, closing.signal),
    revealMention: (mention) =>
      leave(callTab(mention, 'revealMention', { entity: mention.entity, index: 0 })),
    revealQuoteMatch: (quoteMatch) =>
      leave(callTab(quoteMatch, 'revealStatement', { statement: quoteMatch.statement, index: 0 })),
    async readCardChange(tabId) {
      const change = await callBackground('getCardChange', { tabId });
      if (change?.kind === 'topic') {
        const topics = (await callBackground('getPacks')).flatMap((pack) => pack.topics);
        const name = topics.find(({ ref }) => ref === change.topic)?.title ?? change.topic;
        return { kind: 'topic', name };
      }
      if (change?.kind !== 'entity') return change && { kind: 'exception', name: change.exception.name };
      const [entity] = await callBackground('getEntities', { refs: [change.entity] });
      return { kind: 'entity', name: entity?.title ?? change.entity };
    },
    undoCardChange: (tabId) => callBackground('undoCardChange', { tabId }),
    requestReading,
    reloadTab,
    openFileAccess: () => leave(openFileAccess()),
    openPagePanel: () => leave(openPanel()),
    openLibrary: () => leave(openLibrary()),
    openSettings: () => leave(callBackground('openOptions', {})),
  });
}
