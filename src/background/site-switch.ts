import type { Caller } from '../messaging/identify-caller.ts';
import { type CardChange, changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { isSiteAllowed } from '../settings/site-rules.ts';
import { rememberByTab } from '../storage/remember-by-tab.ts';

type Frame = Pick<NonNullable<Caller['frame']>, 'tabId' | 'pageHost'>;
type WriteSettings = (change: SettingsChange) => Promise<Settings>;

/** What a card has switched off in a tab. */
interface SwitchedOff {
  readonly host: string;
  /** The removed rules that allowed the site until then, if only listed sites are marked. */
  readonly removed: readonly string[];
}

export interface SiteSwitch {
  /**
   * Applies the change, unless the site is off already. A page's card can undo what it did to the page's own
   * site.
   */
  change(caller: { readonly frame: Frame | null }, change: CardChange): Promise<void>;
  /** Switches the site of the frame's page on again. Rejects if no card has switched it off in this tab. */
  undoSiteOff(frame: Frame): Promise<void>;
}

/**
 * Sites as switched by cards; for the background, when it starts. A page must not be able to switch its own
 * site on, against a reader who switched it off elsewhere. So the background records for each tab what a card
 * did, and undoes that alone.
 */
export function createSiteSwitch(write: WriteSettings, readSettings: () => Promise<Settings>): SiteSwitch {
  const memory = rememberByTab<SwitchedOff>('switched-off');
  return {
    async change({ frame }, change) {
      if (frame === null || change.kind !== 'site') {
        await write(change);
        return;
      }
      const before = await readSettings();
      // The rule may name the site with `www.`; a page can name only its own.
      const { pageHost, tabId } = frame;
      if (!isSiteAllowed(pageHost, before.sites)) return;
      const { patterns } = changeSettings(before, change).sites;
      const removed = before.sites.patterns.filter((pattern) => !patterns.includes(pattern));
      await memory.writeBefore(tabId, { host: pageHost, removed }, () => write(change));
    },
    async undoSiteOff({ tabId, pageHost }) {
      const switched = await memory.read(tabId);
      if (switched?.host !== pageHost) {
        // A retried call, whose first answer was lost: already done.
        if (isSiteAllowed(pageHost, (await readSettings()).sites)) return;
        throw new FailureError({ code: 'nothingToBringBack', values: {} });
      }
      // Rule by rule, to preserve later changes of the list.
      const patterns = switched.removed.length > 0 ? switched.removed : [switched.host];
      for (const pattern of patterns) await write({ kind: 'site', pattern, isOn: true });
      await memory.forget(tabId);
    },
  };
}
