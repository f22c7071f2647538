import type { Settings } from '../settings/settings.ts';
import { showActionState } from './action-icon.ts';
import { type MenuTitles, makeContextMenu, showPageEntries } from './context-menu.ts';
import type { TabState } from './tab-state.ts';
import { type TabStateListener, watchTabStates } from './watch-tab-states.ts';

export interface TabTexts {
  readonly titles: Readonly<Record<TabState, string>>;
  readonly menu: MenuTitles;
}

/**
 * Updates toolbar button and context menu to what Sidelight can do in each tab.
 * @param say the texts in a language (`settings.language`)
 * @param onChange see `TabStateListener`
 */
export function showTabStates(
  say: (language: string) => TabTexts,
  onChange: TabStateListener['onChange'],
): void {
  watchTabStates({
    onChange,
    async onSettings(settings: Settings) {
      const { titles, menu } = say(settings.language);
      await makeContextMenu(menu);
      const state = settings.enabled ? 'on' : 'disabled';
      await showActionState(undefined, state, titles[state]);
    },
    async onTab(tab, state, settings) {
      const { titles, menu } = say(settings.language);
      await showActionState(tab.id, state, titles[state]);
      if (tab.isActive) await showPageEntries(state, menu, tab.isPrivate);
    },
  });
}
