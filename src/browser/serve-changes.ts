import browser from 'webextension-polyfill';
import type { CardChange, SettingsChange } from '../settings/change-settings.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import type { BackgroundHandlers } from './handle-background-calls.ts';
import type { UndoableChange } from './messages.ts';
import type { SiteSwitch } from './site-switch.ts';

/**
 * Changes of settings, of which those are remembered that a card has made: what it has hidden or called wrong the pop-up can take
 * back; a site has its switch there already. For the background, when it starts; in `storage.session`, because the background is put
 * to sleep while the reader thinks.
 */
export function serveChanges(
  sites: Pick<SiteSwitch, 'change'>,
  write: (change: SettingsChange) => Promise<Settings>,
): Pick<BackgroundHandlers, 'changeSettings' | 'changeFromCard' | 'getCardChange' | 'undoCardChange'> {
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOf(tabId)));
  return {
    changeSettings: (_caller, change) => write(change),
    async changeFromCard(caller, change) {
      await sites.change(caller, change);
      await note(caller.frame.tabId, change);
    },
    getCardChange: (_caller, { tabId }) => find(tabId),
    async undoCardChange(_caller, { tabId }) {
      const change = await find(tabId);
      if (change === null) throw new FailureError({ code: 'nothingToBringBack', values: {} });
      await write(change.kind === 'entity' ? { ...change, isHidden: false } : { ...change, isNoted: false });
      await browser.storage.session.remove(keyOf(tabId));
    },
  };
}

/** What a card takes back itself is forgotten. */
async function note(tabId: number, change: CardChange): Promise<void> {
  if (change.kind === 'site') return;
  const isMade = change.kind === 'entity' ? change.isHidden : change.isNoted;
  if (isMade) await browser.storage.session.set({ [keyOf(tabId)]: change });
  else await browser.storage.session.remove(keyOf(tabId));
}

async function find(tabId: number): Promise<UndoableChange | null> {
  const { [keyOf(tabId)]: kept } = await browser.storage.session.get(keyOf(tabId));
  // Only this file writes it.
  return (kept as UndoableChange | undefined) ?? null;
}

function keyOf(tabId: number): string {
  return `card-change.${tabId}`;
}
