import browser from 'webextension-polyfill';
import { changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { fromItems, type SettingsItems, staleKeys, toItems } from '../settings/settings-items.ts';

// Chromium refuses more than 120 writes a minute to storage.sync; a write may set and remove, so at most 60 pairs.
const minPauseMs = 1000;

/** The part of `storage.sync` that is needed; tests give one with quotas of their own. */
export interface SettingsStore {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

interface Waiting {
  readonly change: SettingsChange;
  readonly resolve: (settings: Settings) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The one writer of settings, in the background. The first change is written at once, those that come while
 * a write is under way go together in the next, so that dragging a slider does not spend the browser's allowance.
 * Each change is applied to what is stored at that moment: nothing is remembered between calls, because the
 * background may be put to sleep after any of them.
 */
export function createSettingsWriter(
  store: SettingsStore = browser.storage.sync,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, minPauseMs)),
): (change: SettingsChange) => Promise<Settings> {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeBatch(store, batch);
      if (waiting.length === 0) break;
      await pause();
    }
    isWriting = false;
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

async function writeBatch(store: SettingsStore, batch: readonly Waiting[]): Promise<void> {
  const accepted: Waiting[] = [];
  try {
    const stored = await store.get(null);
    let settings = readSettings(fromItems(stored));
    for (const waiting of batch) {
      try {
        settings = changeSettings(settings, waiting.change);
        accepted.push(waiting);
      } catch (error) {
        waiting.reject(error);
      }
    }
    await replaceItems(store, stored, toItems(settings));
    for (const { resolve } of accepted) resolve(settings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const { reject } of accepted) {
      reject(
        new Error(`The change was not stored, the old setting still holds: ${reason}`, { cause: error }),
      );
    }
  }
}

/** Sets before it removes: a write that fails halfway leaves every old item in place. */
async function replaceItems(
  store: SettingsStore,
  stored: SettingsItems,
  wanted: SettingsItems,
): Promise<void> {
  const changed = Object.entries(wanted).filter(
    ([key, value]) => JSON.stringify(stored[key]) !== JSON.stringify(value),
  );
  if (changed.length > 0) await store.set(Object.fromEntries(changed));
  const stale = staleKeys(stored, wanted);
  if (stale.length > 0) await store.remove(stale);
}
