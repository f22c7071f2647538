import browser from 'webextension-polyfill';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { fromItems } from '../settings/stored/settings-items.ts';
import { applyChanges, openSettingsJournal } from './settings-journal.ts';

/** The last settings that could be read in this context. */
let lastRead: Settings | undefined;

/**
 * The reader's present settings, including changes that are still to be written. If the store cannot be read,
 * the last settings that were, or the defaults. For the background, the panel and the library. All others ask
 * the background (`getSettings`), so that the schemas are not evaluated in every frame of every page.
 */
export async function readStoredSettings(): Promise<Settings> {
  const [stored, unwritten] = await Promise.all([
    browser.storage.sync
      .get(null)
      .then((items) => readSettings(fromItems(items)))
      .catch(() => undefined),
    openSettingsJournal()
      .read()
      .catch(() => []),
  ]);
  if (stored !== undefined) lastRead = stored;
  return applyChanges(lastRead ?? readSettings({}), unwritten);
}

export async function isBuiltInPackEnabled(): Promise<boolean> {
  return (await readStoredSettings()).builtInPackEnabled;
}
