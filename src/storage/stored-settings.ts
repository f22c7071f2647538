import browser from 'webextension-polyfill';
import { callBackground } from '../messaging/call-background.ts';
import type { Settings } from '../settings/settings.ts';
import { concernsSettings } from '../settings/settings-keys.ts';

/**
 * Tells every change of the stored settings, from wherever it was made, until `signal` aborts. The store says that
 * something changed, the background what holds now.
 */
export function watchStoredSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  // A change is told twice, when it is noted in the journal and when it is written: the second time nothing is new.
  let lastReported = '';
  // Two changes in quick succession start two readings; only the later one may be told.
  let latest = 0;
  const listener = async (changes: Record<string, unknown>, area: string) => {
    if (!concernsSettings(Object.keys(changes), area)) return;
    latest += 1;
    const reading = latest;
    // A background that cannot be reached twice is gone for good, and this context with it.
    const settings = await callBackground('getSettings').catch(() => undefined);
    if (settings === undefined || reading !== latest || signal.aborted) return;
    const content = JSON.stringify(settings);
    if (content === lastReported) return;
    lastReported = content;
    onChange(settings);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => removeQuietly(listener), { once: true });
}

function removeQuietly(listener: Parameters<typeof browser.storage.onChanged.removeListener>[0]): void {
  try {
    browser.storage.onChanged.removeListener(listener);
  } catch {
    // The context is gone together with the listener, which is what was wanted.
  }
}
