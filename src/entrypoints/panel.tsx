import { showPageOfPanel } from '../browser-api/open-panel.ts';
import type { ActivePage } from '../contracts/active-page.ts';
import { openLinksInWindow } from '../extension-pages/open-links-in-window.ts';
import { watchActivePage } from '../extension-pages/watch-active-page.ts';
import { callTab } from '../messaging/call-tab.ts';
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
  /** Has the active tab's page do something that its reader should see. */
  const reveal = async (ask: (page: { tabId: number; frameId: number }) => Promise<void>) => {
    if (activePage?.access !== 'open') throw new Error('No page is in front');
    await ask(activePage);
    await showPageOfPanel(activePage.tabId);
  };
  openLinksInWindow(root, closing.signal);
  showPanel(root, {
    watchAppearance(onChange) {
      watchStoredSettings(onChange, closing.signal);
      void readStoredSettings().then(onChange);
    },
    watchPage: (onPage) =>
      watchActivePage(
        probePage,
        named === null ? undefined : Number(named),
        (page) => {
          activePage = page;
          onPage(page);
        },
        closing.signal,
      ),
    revealEntity: (entity) => reveal((page) => callTab(page, 'revealMention', { entity, index: 0 })),
    revealStatement: (statement, index) =>
      reveal((page) => callTab(page, 'revealStatement', { statement, index })),
    step: (by) => reveal((page) => callTab(page, 'moveToMention', { step: by, open: true })),
  });
}
