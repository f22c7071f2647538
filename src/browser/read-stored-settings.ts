import browser from 'webextension-polyfill';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { fromItems } from '../settings/settings-items.ts';

/**
 * The reader's settings as they are stored now; a store that cannot be read gives the defaults. For the background:
 * everybody else asks it (`getSettings`), so that the schemas are not evaluated in every frame of every page.
 */
export async function readStoredSettings(): Promise<Settings> {
  try {
    return readSettings(fromItems(await browser.storage.sync.get(null)));
  } catch {
    return readSettings({});
  }
}
