import type { Caller } from '../messaging/identify-caller.ts';
import type { CardChange, SettingsChange } from '../settings/change-settings.ts';
import { FailureError } from '../settings/failure.ts';
import type { Settings } from '../settings/settings.ts';
import { isSiteAllowed } from '../settings/site-rules.ts';
import { rememberByTab } from '../storage/remember-by-tab.ts';

type Frame = Pick<NonNullable<Caller['frame']>, 'tabId' | 'pageHost'>;
type WriteSettings = (change: SettingsChange) => Promise<Settings>;

/** What a card has switched off in a tab. */
interface SwitchedOff {
  readonly host: string;
  /** Rules that let the site through until then, where only listed sites are marked. */
  readonly removed: readonly string[];
}

export interface SiteSwitch {
  /** Makes the change, unless the site is off already; what a page's card does to its own site can be taken back from there. */
  change(caller: { readonly frame: Frame | null }, change: CardChange): Promise<void>;
  /** Switches the site of the frame's page on again. Rejects where no card has switched it off in this tab. */
  undoSiteOff(frame: Frame): Promise<void>;
}

/**
 * Sites as cards switch them; for the background, when it starts. A page cannot have its own site switched on: a reader who
 * switched it off by another way would be overruled. So the background remembers what a card did, by tab, and takes back that
 * alone.
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
      // Which it may name with its `www.`; a page can name none but its own.
      const { pageHost, tabId } = frame;
      if (!isSiteAllowed(pageHost, before.sites)) return;
      const after = await write(change);
      const { sites } = before;
      const removed = sites.patterns.filter((pattern) => !after.sites.patterns.includes(pattern));
      await memory.write(tabId, { host: pageHost, removed });
    },
    async undoSiteOff({ tabId, pageHost }) {
      const switched = await memory.read(tabId);
      if (switched?.host !== pageHost) {
        // Asked twice, because the first answer was lost: what is wanted is so already.
        if (isSiteAllowed(pageHost, (await readSettings()).sites)) return;
        throw new FailureError({ code: 'nothingToBringBack', values: {} });
      }
      // Rule by rule, so that what was done to the list in the meantime stays.
      const patterns = switched.removed.length > 0 ? switched.removed : [switched.host];
      for (const pattern of patterns) await write({ kind: 'site', pattern, isOn: true });
      await memory.forget(tabId);
    },
  };
}
