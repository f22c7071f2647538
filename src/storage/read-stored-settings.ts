import browser from 'webextension-polyfill';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { fromItems } from '../settings/stored/settings-items.ts';
import { applyChanges, openSettingsJournal } from './settings-journal.ts';

/** What the store said when it could last be read, as long as this context lives. */
let lastRead: Settings | undefined;

/**
 * The reader's settings as they hold now, with the changes that are still to be written. A store that cannot be read gives
 * those it gave before, or the defaults. For the background, the panel and the library; everybody else asks the
 * background (`getSettings`), content scripts so that the schemas are not evaluated in every frame of every page.
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
