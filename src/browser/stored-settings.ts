import browser from 'webextension-polyfill';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { fromItems, isSettingsKey } from '../settings/settings-items.ts';

/** The reader's settings as they are stored now. A store that cannot be read gives the defaults. */
export async function readStoredSettings(): Promise<Settings> {
  try {
    return readSettings(fromItems(await browser.storage.sync.get(null)));
  } catch {
    return readSettings({});
  }
}

/** Tells every change of the stored settings, from wherever it was made, until `signal` aborts. */
export function watchStoredSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  // Two changes in quick succession start two reads; only the later one may be told.
  let latestRead = 0;
  const listener = async (changes: Record<string, unknown>, area: string) => {
    if (area !== 'sync' || !Object.keys(changes).some(isSettingsKey)) return;
    latestRead += 1;
    const read = latestRead;
    const settings = await readStoredSettings();
    if (read === latestRead && !signal.aborted) onChange(settings);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => removeQuietly(listener), {
    once: true,
  });
}

function removeQuietly(listener: Parameters<typeof browser.storage.onChanged.removeListener>[0]): void {
  try {
    browser.storage.onChanged.removeListener(listener);
  } catch {
    // The context is gone together with the listener, which is what was wanted.
  }
}
