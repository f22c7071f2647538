import { showPageOfPanel } from '../browser-api/open-panel.ts';
import { clearPanelRequest, watchPanelRequests } from '../browser-api/panel-request.ts';
import type { ActivePage } from '../contracts/active-page.ts';
import { keepServices } from '../extension-pages/keep-services.ts';
import { openLinksInWindow } from '../extension-pages/open-links-in-window.ts';
import { revealEntity, revealStatement, stepToMention } from '../extension-pages/reveal-finding.ts';
import { watchActivePage } from '../extension-pages/watch-active-page.ts';
import { callBackground } from '../messaging/call-background.ts';
import { probePage } from '../page/probe-page.ts';
import { readStoredSettings } from '../storage/read-stored-settings.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { showPanel } from '../ui/side-panel/panel.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const root = document.getElementById('root');
if (root !== null) {
  // A panel opened as a tab would see itself as the active tab: `?tab=ID` names the tab to use.
  const named = new URLSearchParams(location.search).get('tab');
  let activePage: ActivePage | undefined;
  /** The active tab's page does something that its reader should see. */
  const show = async (work: Promise<void>) => {
    await work;
    if (activePage?.tabId !== undefined) await showPageOfPanel(activePage.tabId);
  };
  openLinksInWindow(root, closing.signal);
  showPanel(root, {
    watchAppearance(onChange) {
      watchStoredSettings(onChange, closing.signal);
      void readStoredSettings().then(onChange);
    },
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
    watchRequests: (onRequest) => watchPanelRequests(onRequest, closing.signal),
    clearRequest: () => void clearPanelRequest(),
    revealEntity: (ref) => show(revealEntity(activePage, ref)),
    revealStatement: (ref, index) => show(revealStatement(activePage, ref, index)),
    step: (by) => show(stepToMention(activePage, by)),
    kept: { ...keepServices, openLibrary: (address) => callBackground('openLibrary', { address }) },
  });
}
