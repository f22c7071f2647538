import browser from 'webextension-polyfill';
import { callBackground } from '../messaging/call-background.ts';
import type { Settings } from '../settings/settings.ts';
import { concernsSettings } from '../settings/settings-keys.ts';

/**
 * Reports every change of the stored settings, from any context, until `signal` aborts. The store reports
 * that something changed; the background answers with the present settings.
 */
export function watchStoredSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  // A change fires twice, when it is recorded in the journal and when it is written; the second time nothing
  // is new.
  let lastReported = '';
  // Two changes in quick succession start two reads; only the later one may be reported.
  let latest = 0;
  const listener = async (changes: Record<string, unknown>, area: string) => {
    if (!concernsSettings(Object.keys(changes), area)) return;
    latest += 1;
    const reading = latest;
    // A background that stays unreachable has gone for good, and this context with it.
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
    // The context has gone together with the listener, as intended.
  }
}
