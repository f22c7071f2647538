import type { UndoableChange } from '../contracts/messages.ts';
import type { BackgroundHandlers } from '../messaging/handle-background-calls.ts';
import type { SettingsChange } from '../settings/change-settings.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { rememberByTab } from '../storage/remember-by-tab.ts';
import type { SiteSwitch } from './site-switch.ts';

/**
 * Serves changes of settings. Records the latest that a card has made, so that the popup can undo what the
 * card hid or reported as wrong; sites have a switch there already. For the background, when it starts.
 */
export function serveChanges(
  sites: Pick<SiteSwitch, 'change'>,
  write: (change: SettingsChange) => Promise<Settings>,
): Pick<BackgroundHandlers, 'changeSettings' | 'changeFromCard' | 'getCardChange' | 'undoCardChange'> {
  const latest = rememberByTab<UndoableChange>('card-change');
  return {
    changeSettings: (_caller, change) => write(change),
    async changeFromCard(caller, change) {
      await sites.change(caller, change);
      if (change.kind === 'site') return;
      const { tabId } = caller.frame;
      const isMade = change.kind === 'entity' ? change.isHidden : change.isNoted;
      // Forgets what the card itself has undone.
      await (isMade ? latest.write(tabId, change) : latest.forget(tabId));
    },
    getCardChange: async (_caller, { tabId }) => (await latest.read(tabId)) ?? null,
    async undoCardChange(_caller, { tabId }) {
      const change = await latest.read(tabId);
      if (change === undefined) throw new FailureError({ code: 'nothingToBringBack', values: {} });
      await write(change.kind === 'entity' ? { ...change, isHidden: false } : { ...change, isNoted: false });
      await latest.forget(tabId);
    },
  };
}
