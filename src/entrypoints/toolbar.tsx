import { openLibrary } from '../browser-api/open-library.ts';
import { prepareOpenPanel } from '../browser-api/open-panel.ts';
import { requestPanelTab } from '../browser-api/panel-request.ts';
import { openFileAccess, reloadTab, requestReading } from '../browser-api/tab-access.ts';
import type { ActivePage } from '../contracts/active-page.ts';
import { keepServices } from '../extension-pages/keep-services.ts';
import { revealEntity, revealStatement } from '../extension-pages/reveal-finding.ts';
import { watchActivePage } from '../extension-pages/watch-active-page.ts';
import { callBackground } from '../messaging/call-background.ts';
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
  let activePage: ActivePage | undefined;
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
      watchActivePage(
        probePage,
        named === null ? undefined : Number(named),
        (page) => {
          activePage = page;
          onPage(page);
        },
        onProblem,
        closing.signal,
      ),
    revealEntity: (ref) => leave(revealEntity(activePage, ref)),
    revealStatement: (ref) => leave(revealStatement(activePage, ref, 0)),
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
    openPagePanel(tab) {
      // Opened first: Firefox opens it in a click handler only, and before anything is awaited.
      const opening = openPanel();
      const tabId = activePage?.tabId;
      const request = tabId === undefined ? undefined : requestPanelTab({ tabId, tab });
      return leave(Promise.all([opening, request]));
    },
    openLibrary: () => leave(openLibrary()),
    openSettings: () => leave(callBackground('openOptions', {})),
    kept: { ...keepServices, openLibrary: (address) => leave(callBackground('openLibrary', { address })) },
  });
}
