import { callTab } from './browser/call-tab.ts';
import { type FrontPage, watchFrontPage } from './browser/front-page.ts';
import { readStoredSettings } from './browser/read-stored-settings.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { probePage } from './page/probe-page.ts';
import { showPanel } from './ui/panel.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const place = document.getElementById('place');
if (place !== null) {
  // A panel that is opened as a tab sees itself as the active one: `?tab=ID` names the tab that is meant.
  const named = new URLSearchParams(location.search).get('tab');
  let front: FrontPage | undefined;
  const target = () => {
    if (front?.access !== 'open') throw new Error('No page is in front');
    return front;
  };
  showPanel(place, {
    watchAppearance(onChange) {
      watchStoredSettings(onChange, closing.signal);
      void readStoredSettings().then(onChange);
    },
    watchPage: (onPage) =>
      watchFrontPage(
        probePage,
        named === null ? undefined : Number(named),
        (page) => {
          front = page;
          onPage(page);
        },
        closing.signal,
      ),
    revealEntity: async (entity) => callTab(target(), 'revealMention', { entity, index: 0 }),
    revealStatement: async (statement, index) => callTab(target(), 'revealStatement', { statement, index }),
    step: async (by) => callTab(target(), 'moveToMention', { step: by, open: true }),
  });
}
